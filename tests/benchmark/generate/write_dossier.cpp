// XML by hand: the generator writes much of it.
#include "tests/benchmark/generate/write_dossier.h"

#include <array>

namespace toets::benchmark {
namespace {

/// Elements with attributes; a row is an element that stands for a begrip.
class Writer {
  public:
    Dossier take() { return std::move(out_); }

    Writer& row(std::string_view name) {
        ++out_.rows;
        return open(name);
    }
    Writer& open(std::string_view name) {
        close_tag();
        out_.xml += '<';
        out_.xml += name;
        tag_open_ = true;
        names_.push_back(name);
        return *this;
    }
    Writer& end() {
        if (tag_open_) {
            out_.xml += "/>";
            tag_open_ = false;
        } else {
            out_.xml += "</";
            out_.xml += names_.back();
            out_.xml += '>';
        }
        names_.pop_back();
        if (names_.size() < 5) out_.xml += '\n';
        return *this;
    }
    Writer& text(std::string_view name, std::string_view value) {
        out_.xml += ' ';
        out_.xml += name;
        out_.xml += "=\"";
        out_.xml += value;
        out_.xml += '"';
        return *this;
    }
    Writer& day(std::string_view name, Day value) { return text(name, written(value)); }
    Writer& day(std::string_view name, const std::optional<Day>& value) {
        return value ? day(name, *value) : *this;
    }
    Writer& number(std::string_view name, int value) { return text(name, std::to_string(value)); }
    Writer& yes(std::string_view name, bool value) { return text(name, value ? "ja" : "nee"); }

  private:
    void close_tag() {
        if (tag_open_) out_.xml += '>';
        tag_open_ = false;
    }

    Dossier out_;
    std::vector<std::string_view> names_;
    bool tag_open_ = false;
};

/// Words to choose from by a number that is the same each time.
template <std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& words, int number) {
    return words[static_cast<std::size_t>(number) % N];
}

constexpr std::array<std::string_view, 4> forms{"gesprek", "tekening", "brief", "pictogrammen"};
constexpr std::array<std::string_view, 3> proofs{"handtekening", "e-mail", "portaal"};
constexpr std::array<std::string_view, 4> reasons{"ziek", "te-laat", "spijbelen", "overig"};

std::string_view answer(Answer value) {
    if (value == Answer::unknown) return "onbekend";
    return value == Answer::yes ? "ja" : "nee";
}

void write_family(Writer& out, const Pupil& pupil) {
    out.open("ouders");
    for (const Parent& parent : pupil.parents)
        out.row("ouder")
            .text("id", parent.id)
            .yes("gezag", parent.custody)
            .yes("contactgegevens-bekend", true)
            .end();
    out.end().open("inschrijvingen");
    if (pupil.enrolled_before) {
        out.row("inschrijving").day("datum", pupil.enrolled - 800).text("soort", "definitief");
        out.row("uitschrijving")
            .day("datum", pupil.enrolled - 30)
            .text("reden", "verhuizing")
            .end()
            .end();
    }
    out.row("inschrijving").day("datum", pupil.enrolled).text("soort", "definitief").end().end();
    out.open("ondersteuningsperioden");
    if (pupil.extra_support || pupil.born % 8 == 0)
        out.row("ondersteuningsperiode")
            .text("soort", pupil.extra_support ? "extra" : "basis")
            .day("begin", pupil.enrolled)
            .text("middelen", "eigen")
            .end();
    out.end();
}

void write_plan_lists(Writer& out, const SupportPlan& plan) {
    if (plan.hearings_stated) {
        out.open("gelegenheden");
        for (const Day day : plan.hearings)
            out.row("gelegenheid")
                .day("datum", day)
                .text("vorm", pick(forms, day))
                .text("vorm-gekozen-door", "leerling")
                .end();
        out.end();
    }
    out.open("instemmingen");
    for (const Consent& each : plan.consents)
        out.row("instemming")
            .day("datum", each.day)
            .text("betreft", each.about)
            .text("ouder", each.parent)
            .text("besluit", each.decision)
            .text("vorm", pick(proofs, each.day))
            .end();
    out.end().open("evaluaties");
    for (const Review& each : plan.reviews)
        out.row("evaluatie")
            .day("datum", each.day)
            .text("met-ouders", answer(each.with_parents))
            .yes("met-leerling", each.with_pupil)
            .end();
    out.end();
}

void write_plan(Writer& out, const SupportPlan& plan) {
    const int year = school_year_of(plan.adopted);
    out.row("opp")
        .text("id", plan.id)
        .text("soort", plan.kind)
        .text("schooljaar", std::to_string(year) + '-' + std::to_string(year + 1))
        .text("status", plan.ended ? "beeindigd" : "vastgesteld")
        .day("vastgesteld", plan.adopted)
        .day("meegedeeld-op", plan.adopted)
        .day("beeindigd", plan.ended)
        .text("uitstroombestemming", plan.adopted % 2 == 0 ? "vmbo basis &amp; kader" : "mavo");
    out.row("handelingsdeel");
    if (plan.action_part)
        out.day("vastgesteld", *plan.action_part);
    else
        out.text("nvt", "ja");
    out.end();
    write_plan_lists(out, plan);
    out.end();
}

void write_talk(Writer& out, const Talk& talk) {
    out.row("gesprek")
        .text("id", talk.id)
        .text("soort", talk.kind)
        .day("datum", talk.day)
        .day("verslag-gedeeld-op", talk.shared);
    if (talk.shared_unknown) out.text("verslag-gedeeld-op", "onbekend");
    out.open("deelnemers");
    for (const Attendee& each : talk.attendees) {
        out.row("deelnemer").text("rol", each.role);
        if (!each.parent.empty()) out.text("ouder", each.parent);
        out.yes("aanwezig", each.present).end();
    }
    out.end().end();
}

void write_guidance(Writer& out, const Pupil& pupil) {
    out.open("toestemmingen");
    for (const Permission& each : pupil.permissions) {
        out.row("toestemming")
            .day("datum", each.day)
            .text("waarvoor", each.purpose)
            .yes("besluit", each.given);
        if (!each.parent.empty()) out.text("ouder", each.parent);
        out.yes("van-leerling", each.parent.empty()).day("ingetrokken", each.withdrawn).end();
    }
    out.end().open("hulpvragen");
    for (const Guidance& each : pupil.guidance) {
        out.row("hulpvraag")
            .text("id", each.request)
            .day("datum", each.asked)
            .text("aanleiding", "handelingsverlegenheid")
            .open("trajecten");
        out.row("traject")
            .text("id", each.id)
            .day("start", each.start)
            .day("uitvoering-begin", each.begin)
            .text("niveau", each.level)
            .end();
        out.end().end();
    }
    out.end();
}

void write_conduct(Writer& out, const Pupil& pupil) {
    out.open("schorsingen");
    for (const Suspension& each : pupil.suspensions) {
        out.row("schorsing")
            .text("id", each.id)
            .number("schooldagen", each.last - each.first + 1)
            .day("besluit-datum", each.first - 1)
            .day("begin", each.first)
            .day("eind", each.last)
            .text("reden", "vechten op het plein");
        out.row("inspectiemelding")
            .day("datum", each.first)
            .yes("schriftelijk", true)
            .yes("gemotiveerd", true)
            .end()
            .end();
    }
    out.end().open("verzuimregels");
    for (const Absence& each : pupil.absences) {
        out.row("verzuimregel").day("datum", each.day);
        if (each.hours)
            out.number("lesuren", *each.hours);
        else
            out.text("lesuren", "onbekend");
        out.text("reden", each.allowed ? "ziek" : pick(reasons, each.day))
            .yes("geoorloofd", each.allowed)
            .end();
    }
    out.end().open("verzuimmeldingen");
    for (const Day day : pupil.absence_reports)
        out.row("verzuimmelding").day("datum", day).text("soort", "16-uur").end();
    out.end();
}

void write_pupil(Writer& out, const Pupil& pupil) {
    out.row("leerling")
        .text("id", pupil.id)
        .day("geboortedatum", pupil.born)
        .yes("handelingsbekwaam", true)
        .text("groep", "groep 5");
    write_family(out, pupil);
    out.open("opps");
    for (const SupportPlan& plan : pupil.plans) write_plan(out, plan);
    out.end().open("gesprekken");
    for (const Talk& talk : pupil.talks) write_talk(out, talk);
    out.end();
    write_guidance(out, pupil);
    write_conduct(out, pupil);
    out.end();
}

void write_people(Writer& out) {
    out.open("personen");
    for (int i = 1; i <= 20; ++i)
        out.row("persoon")
            .text("id", "M" + std::to_string(i))
            .text("rol", i == 1   ? "directeur"
                         : i == 2 ? "intern-begeleider"
                                  : "leerkracht")
            .end();
    out.end().open("kalenders");
    for (int year = 2023; year <= 2026; ++year)
        out.row("schoolkalender")
            .text("schooljaar", std::to_string(year) + '-' + std::to_string(year + 1))
            .day("eerste-schooldag", day_of(year, 8, 25))
            .day("laatste-schooldag", day_of(year + 1, 7, 10))
            .end();
    out.end();
}

}  // namespace

Dossier write_dossier(const School& school) {
    Writer out;
    out.row("school")
        .text("brin", school.brin)
        .text("naam", "School " + school.brin)
        .text("onderwijssoort", school.kind == SchoolKind::primary ? "bo" : "vo");
    write_people(out);
    out.open("leerlingen");
    for (const Pupil& pupil : school.pupils) write_pupil(out, pupil);
    out.end().end();
    return out.take();
}

}  // namespace toets::benchmark
