// Findings for programs: docs/rapport.schema.json says what each field means.
#include <nlohmann/json.hpp>

#include "checker/report/evidence.h"
#include "checker/report/searched.h"

namespace toets {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t evidence_told_max = 12;

constexpr const char* outcomes[] = {
    "overtreding", "onbekend", "geblokkeerd",  "oordeel",
    "loopt",       "voldaan",  "uitgezonderd", "niet-van-toepassing"};
constexpr const char* severities[] = {"info", "waarschuwing", "fout"};
constexpr const char* states[] = {"bekend", "onbekend", "ontbreekt", "nvt", "onleesbaar"};
constexpr const char* grades[] = {"inhoud",  "alleen-kop", "vermelding",    "verwijzing",
                                  "ontkend", "verouderd",  "niet-gevonden", "onleesbaar"};
constexpr const char* certainties[] = {"hoog", "midden", "laag", "onbevestigd"};

void place(Json& made, const Passage& passage) {
    if (passage.page != 0) made["bladzijde"] = passage.page;
    if (passage.line != 0) made["regel"] = passage.line;
    if (passage.from_ocr) made["ocr"] = true;
    made["kop"] = passage.heading_path;
    made["citaat"] = passage.quote;
}

/// Where a topic was sought, what came near, and what to write about.
void sought(Json& made, const Reading& each, const RuleContext& rules) {
    if (each.passage->grade == Grade::content) return;
    for (const SearchedFile& file : each.searched) {
        Json searched;
        searched["bestand"] = file.name;
        if (file.pages != 0) searched["bladzijden"] = file.pages;
        searched["alineas"] = file.passages;
        if (!file.unread_pages.empty()) searched["niet-gelezen"] = file.unread_pages;
        made["doorzocht"].push_back(std::move(searched));
    }
    for (const NearMiss& near : each.passage->near_misses) {
        Json one;
        if (!near.file.empty()) one["bestand"] = near.file;
        place(one, near.passage);
        made["dichtbij"].push_back(std::move(one));
    }
    const Wanted wanted = wanted_by(each, rules);
    if (wanted.title.empty()) return;
    made["opnemen"]["onderwerp"] = wanted.title;
    if (!wanted.parts.empty()) made["opnemen"]["onderdelen"] = wanted.parts;
    if (wanted.figure) made["opnemen"]["getal"] = true;
}

Json reading(const Reading& each, const DossierReport& report, const RuleContext& rules) {
    Json made;
    if (each.expression != no_node) {
        const Span span = rules.book.program.nodes[each.expression].span;
        made["uitdrukking"] = written(rules.sources[span.source], span);
        made["staat"] = states[static_cast<std::size_t>(each.state)];
        if (!each.value.empty()) made["waarde"] = each.value;
        return made;
    }
    const Table& table = rules.vocabulary.tables[each.table];
    made["begrip"] = table.element;
    if (each.row < unknown_row) made["rij"] = row_title(each.table, each.row, report, rules);
    if (each.child) made["lijst"] = table.children[*each.child].name;
    if (each.column != no_column) made["kenmerk"] = table.columns[each.column].name;
    made["staat"] =
        each.still_to_come ? "nog-niet-gebeurd" : states[static_cast<std::size_t>(each.state)];
    if (!each.value.empty()) made["waarde"] = each.value;
    if (const std::uint32_t line = line_of(each, report, rules); line != 0) made["regel"] = line;
    if (each.passage) {
        made["onderwerp"] = each.topic             ? rules.book.topics[*each.topic].name
                            : each.pattern.empty() ? each.about
                                                   : each.pattern;
        made["gezocht"] = sought_text(each, rules.language);
        made["graad"] = grades[static_cast<std::size_t>(each.passage->grade)];
        if (!each.passage->best.quote.empty()) place(made, each.passage->best);
        sought(made, each, rules);
    }
    return made;
}

Json finding(const Explanation& each, const DossierReport& report, const RuleContext& rules) {
    const Finding& found = each.finding;
    const Rule& rule = rules.book.rules[found.rule];
    const Part& part = rule.parts[found.part];
    Json made;
    made["regel"] = rule.id;
    if (!part.name.empty()) made["onderdeel"] = part.name;
    made["titel"] = full_title(rule, part, rules.language);
    const Group group = group_of(rule.subject_table, found.row, report, rules);
    made["voor"] = row_title(group.table, group.row, report, rules);
    made["onderwerp"] = row_title(rule.subject_table, found.row, report, rules);
    made["plaats"] = line_of_row(rule.subject_table, found.row, report);
    made["uitkomst"] = outcomes[static_cast<std::size_t>(found.outcome)];
    made["ernst"] = severities[static_cast<std::size_t>(part.severity)];
    made["zekerheid"] = certainties[static_cast<std::size_t>(part.certainty)];
    if (part.urgency != Urgency::unstated)
        made["urgentie"] = part.urgency == Urgency::now ? "herstel-nu" : "volgende-editie";
    if (found.outcome == Outcome::violated) {
        made["melding"] = each.message;
        if (!each.remedy.empty()) made["herstel"] = each.remedy;
    }
    if (found.due) made["uiterlijk"] = iso(*found.due);
    if (found.outcome == Outcome::excepted)
        made["uitzondering"] = part.exceptions[found.exception].reason;
    if (found.outcome == Outcome::blocked) {
        const TableId table = rules.book.rules[found.blocked_by].subject_table;
        made["geblokkeerd-door"] = rules.book.rules[found.blocked_by].id;
        made["geblokkeerd-door-onderwerp"] = row_title(table, found.blocked_row, report, rules);
    }
    if (!each.question.empty()) made["vraag"] = each.question;
    made["bronnen"] = Json::array();
    for (const std::uint32_t cited : each.citations) {
        Json source;
        source["tekst"] = citation_text(part.citations[cited], rules.language);
        if (const std::string link = citation_link(part.citations[cited]); !link.empty())
            source["adres"] = link;
        made["bronnen"].push_back(std::move(source));
    }
    const auto list = [&](const char* name, const std::vector<Reading>& readings) {
        if (readings.empty()) return;
        made[name] = Json::array();
        for (const Reading& one : readings) made[name].push_back(reading(one, report, rules));
    };
    list("bewijs", evidence_of(each, evidence_told_max));
    list("ontbreekt", each.missing);
    list("feiten", each.shown);
    return made;
}

}  // namespace

std::string json_report(const DossierReport& report, const RuleContext& rules) {
    Json made;
    made["bestand"] = report.path;
    made["gelezen"] = report.readable;
    if (report.readable) {
        made["dossier"] = row_title(0, 0, report, rules);
        made["peildatum"] = iso(report.peildatum);
        const Counts all = counts(rules.book, report.evaluation);
        Json summary;
        summary["fout"] = all.violated[2];
        summary["waarschuwing"] = all.violated[1];
        summary["info"] = all.violated[0];
        summary["onbekend"] = all.unknown;
        summary["geblokkeerd"] = all.blocked;
        summary["oordeel"] = all.judgement;
        summary["loopt"] = all.pending;
        summary["voldaan"] = all.met;
        summary["uitgezonderd"] = all.excepted;
        if (all.first_due) summary["eerste-termijn"] = iso(*all.first_due);
        if (report.beyond_document > 0) summary["alleen-met-dossier"] = report.beyond_document;
        made["samenvatting"] = std::move(summary);
        made["bevindingen"] = Json::array();
        for (const Explanation& each : report.explanations)
            made["bevindingen"].push_back(finding(each, report, rules));
    }
    made["gegevens"] = Json::array();
    for (const Diagnostic& problem : report.problems) {
        Json one;
        one["code"] = name(problem.code);
        one["melding"] = message(problem, rules.language);
        if (report.sources != nullptr) {
            const Place place = (*report.sources)[problem.span.source].place(problem.span.begin);
            one["regel"] = place.line;
            one["kolom"] = place.column;
        }
        made["gegevens"].push_back(std::move(one));
    }
    return made.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace toets
