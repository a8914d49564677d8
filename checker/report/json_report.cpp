// Findings for programs: docs/rapport.schema.json says what each field means. Written as they come,
// for a scan has a hundred thousand of them.
#include <unordered_map>
#include <utility>

#include "checker/report/evidence.h"
#include "checker/report/json.h"
#include "checker/report/searched.h"

namespace toets {
namespace {

constexpr std::size_t evidence_told_max = 12;

constexpr const char* outcomes[] = {
    "overtreding", "onbekend", "geblokkeerd",  "oordeel",
    "loopt",       "voldaan",  "uitgezonderd", "niet-van-toepassing"};
constexpr const char* severities[] = {"info", "waarschuwing", "fout"};
constexpr const char* states[] = {"bekend", "onbekend", "ontbreekt", "nvt", "onleesbaar"};
constexpr const char* grades[] = {"inhoud",  "alleen-kop", "vermelding",    "verwijzing",
                                  "ontkend", "verouderd",  "niet-gevonden", "onleesbaar"};
constexpr const char* certainties[] = {"hoog", "midden", "laag", "onbevestigd"};

class JsonReport {
  public:
    JsonReport(const DossierReport& report, const RuleContext& rules)
        : report_(report), rules_(rules) {}

    std::string made() {
        json_.object([&] {
            json_.text("bestand", report_.path);
            json_.truth("gelezen", report_.readable);
            if (report_.readable) findings();
            json_.objects("gegevens", report_.problems,
                          [&](const Diagnostic& each) { problem(each); });
        });
        return json_.made();
    }

  private:
    void findings() {
        json_.text("dossier", row_title(0, 0, report_, rules_));
        json_.text("peildatum", iso(report_.peildatum));
        json_.object("samenvatting", [&] { summary(); });
        json_.objects("bevindingen", report_.explanations,
                      [&](const Explanation& each) { finding(each); });
    }

    void summary() {
        const Counts all = counts(rules_.book, report_.evaluation);
        json_.number("fout", all.violated[2]);
        json_.number("waarschuwing", all.violated[1]);
        json_.number("info", all.violated[0]);
        json_.number("onbekend", all.unknown);
        json_.number("geblokkeerd", all.blocked);
        json_.number("oordeel", all.judgement);
        json_.number("loopt", all.pending);
        json_.number("voldaan", all.met);
        json_.number("uitgezonderd", all.excepted);
        if (all.first_due) json_.text("eerste-termijn", iso(*all.first_due));
        if (report_.beyond_document > 0)
            json_.number("alleen-met-dossier", report_.beyond_document);
    }

    void problem(const Diagnostic& each) {
        json_.text("code", name(each.code));
        json_.text("melding", message(each, rules_.language));
        if (report_.sources == nullptr) return;
        const Place place = (*report_.sources)[each.span.source].place(each.span.begin);
        json_.number("regel", place.line);
        json_.number("kolom", place.column);
    }

    void finding(const Explanation& each) {
        const Finding& found = each.finding;
        const Rule& rule = rules_.book.rules[found.rule];
        const Part& part = rule.parts[found.part];
        json_.text("regel", rule.id);
        if (!part.name.empty()) json_.text("onderdeel", part.name);
        json_.text("titel", full_title(rule, part, rules_.language));
        const Group group = group_of(rule.subject_table, found.row, report_, rules_);
        json_.text("voor", row_title(group.table, group.row, report_, rules_));
        json_.text("onderwerp", row_title(rule.subject_table, found.row, report_, rules_));
        json_.number("plaats", line_of_row(rule.subject_table, found.row, report_));
        json_.text("uitkomst", outcomes[static_cast<std::size_t>(found.outcome)]);
        json_.text("ernst", severities[static_cast<std::size_t>(part.severity)]);
        json_.text("zekerheid", certainties[static_cast<std::size_t>(part.certainty)]);
        if (part.urgency != Urgency::unstated)
            json_.text("urgentie", part.urgency == Urgency::now ? "herstel-nu" : "volgende-editie");
        outcome(each, part);
        json_.objects("bronnen", each.citations,
                      [&](std::uint32_t cited) { source(part.citations[cited]); });
        if (!part.agreed.empty())
            json_.objects("afspraken", part.agreed,
                          [&](std::uint32_t agreed) { agreement(rules_.book.parameters[agreed]); });
        readings("bewijs", evidence_of(each, evidence_told_max));
        readings("ontbreekt", each.missing);
        readings("feiten", each.shown);
    }

    /// What goes with the outcome: a message, a day, a reason, what blocks it, a question.
    void outcome(const Explanation& each, const Part& part) {
        const Finding& found = each.finding;
        if (found.outcome == Outcome::violated) {
            json_.text("melding", each.message);
            if (!each.remedy.empty()) json_.text("herstel", each.remedy);
        }
        if (found.due) json_.text("uiterlijk", iso(*found.due));
        if (found.outcome == Outcome::excepted)
            json_.text("uitzondering", part.exceptions[found.exception].reason);
        if (found.outcome == Outcome::blocked) {
            const Rule& blocker = rules_.book.rules[found.blocked_by];
            json_.text("geblokkeerd-door", blocker.id);
            json_.text("geblokkeerd-door-onderwerp",
                       row_title(blocker.subject_table, found.blocked_row, report_, rules_));
        }
        if (!each.question.empty()) json_.text("vraag", each.question);
    }

    void source(const Citation& cited) {
        const auto [told, is_new] = sources_told_.try_emplace(&cited);
        if (is_new) told->second = {citation_text(cited, rules_.language), citation_link(cited)};
        const auto& [text, link] = told->second;
        json_.text("tekst", text);
        if (!link.empty()) json_.text("adres", link);
    }

    void agreement(const ParameterValue& agreed) {
        json_.text("parameter", agreed.name);
        json_.text("waarde", written(rules_.sources[agreed.span.source], agreed.span));
        if (!agreed.reason.empty()) json_.text("want", agreed.reason);
    }

    void readings(const char* key, const std::vector<Reading>& all) {
        if (all.empty()) return;
        json_.objects(key, all, [&](const Reading& each) {
            each.expression != no_node ? expression(each) : reading(each);
        });
    }

    void expression(const Reading& each) {
        json_.text("uitdrukking", words_for(each.expression, rules_));
        json_.text("staat", states[static_cast<std::size_t>(each.state)]);
        if (!each.value.empty()) json_.text("waarde", each.value);
    }

    void reading(const Reading& each) {
        const Table& table = rules_.vocabulary.tables[each.table];
        json_.text("begrip", table.element);
        if (each.row < unknown_row)
            json_.text("rij", row_title(each.table, each.row, report_, rules_));
        if (each.child) json_.text("lijst", table.children[*each.child].name);
        if (each.column != no_column) json_.text("kenmerk", table.columns[each.column].name);
        json_.text("staat", each.still_to_come ? "nog-niet-gebeurd"
                                               : states[static_cast<std::size_t>(each.state)]);
        if (!each.value.empty()) json_.text("waarde", each.value);
        // A passage has lines of its own.
        const TopicEvidence* passage = each.passage();
        const bool quotes = passage != nullptr && !passage->best.quote.empty();
        const std::uint32_t line = line_of(each, report_, rules_);
        if (line != 0 && (!quotes || passage->best.line == 0)) json_.number("regel", line);
        if (passage == nullptr) return;
        const Sought& sought = *each.sought;
        json_.text("onderwerp", sought.topic             ? rules_.book.topics[*sought.topic].name
                                : sought.pattern.empty() ? sought.about
                                                         : sought.pattern);
        json_.text("gezocht", sought_text(sought, rules_.language));
        json_.text("graad", grades[static_cast<std::size_t>(passage->grade)]);
        if (quotes) place(passage->best);
        search(each);
    }

    void place(const Passage& passage) {
        if (passage.page != 0) json_.number("bladzijde", passage.page);
        if (passage.line != 0) json_.number("regel", passage.line);
        if (passage.from_ocr) json_.truth("ocr", true);
        json_.text("kop", passage.heading_path);
        json_.text("citaat", passage.quote);
    }

    /// Where a topic was sought, what came near, and what to write about.
    void search(const Reading& each) {
        if (each.passage()->grade == Grade::content) return;
        if (!each.sought->searched.empty())
            json_.objects("doorzocht", each.sought->searched, [&](const SearchedFile& file) {
                json_.text("bestand", file.name);
                if (file.pages != 0) json_.number("bladzijden", file.pages);
                json_.number("alineas", file.passages);
                if (!file.unread_pages.empty()) json_.array("niet-gelezen", file.unread_pages);
            });
        if (!each.passage()->near_misses.empty())
            json_.objects("dichtbij", each.passage()->near_misses, [&](const NearMiss& near) {
                if (!near.file.empty()) json_.text("bestand", near.file);
                place(near.passage);
            });
        const Wanted wanted = wanted_by(each, rules_);
        if (wanted.title.empty()) return;
        json_.object("opnemen", [&] {
            json_.text("onderwerp", wanted.title);
            if (!wanted.parts.empty()) json_.array("onderdelen", wanted.parts);
            if (wanted.figure) json_.truth("getal", true);
        });
    }

    const DossierReport& report_;
    const RuleContext& rules_;
    /// The text and the address of each citation so far: a dossier's findings share a few.
    std::unordered_map<const Citation*, std::pair<std::string, std::string>> sources_told_;
    Json json_;
};

}  // namespace

std::string json_report(const DossierReport& report, const RuleContext& rules) {
    return JsonReport(report, rules).made();
}

}  // namespace toets
