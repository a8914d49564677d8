// The other yardstick: the ten rules as somebody would write them in C++ for this format only, in
// one walk over pugixml's tree.
#include <cstdio>
#include <cstring>
#include <string>

#include <pugixml.hpp>

#include "checker/text/file_buffer.h"
#include "tests/benchmark/support/days.h"
#include "tests/benchmark/support/input_files.h"
#include "tests/benchmark/yardsticks/pupil_facts.h"

namespace toets::benchmark {
namespace {

/// Whether a text of the file is this word. It may look past the text's end, but not past the slack
/// of the buffer.
template <std::size_t N>
bool is(const char* text, const char (&word)[N]) {
    return text[0] == word[0] && std::memcmp(text, word, N) == 0;
}

/// The days before each month from 1990, so that a date is one look-up and an addition.
class MonthTable {
  public:
    MonthTable() {
        for (int month = 0; month < months; ++month)
            before_[month] = day_of(first_year + month / 12, month % 12 + 1, 1) - 1;
    }
    DayNumber read(const char* text) const {
        const auto digit = [text](int at) { return text[at] - '0'; };
        const int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
        const int month = (year - first_year) * 12 + digit(5) * 10 + digit(6) - 1;
        if (month < 0 || month >= months) return not_known;
        return before_[month] + digit(8) * 10 + digit(9);
    }

  private:
    static constexpr int first_year = 1990;
    static constexpr int months = 12 * 60;
    int before_[months]{};
};

const MonthTable month_table;

DayNumber date(const char* text) {
    if (text[0] >= '0' && text[0] <= '9') return month_table.read(text);
    return is(text, "nvt") ? absent : not_known;
}

Said said(const char* text) {
    if (text[0] == 'j') return Said::yes;
    return text[0] == 'n' ? Said::no : Said::unknown;
}

template <typename Each>
void for_attributes(pugi::xml_node node, Each each) {
    for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute())
        each(a.name(), a.value());
}

class Reader {
  public:
    explicit Reader(PupilFacts& pupil) : pupil_(pupil) {}

    void read(pugi::xml_node node) {
        pupil_.clear();
        for_attributes(node, [&](const char* name, const char* value) {
            if (is(name, "id"))
                pupil_.id = value;
            else if (is(name, "geboortedatum"))
                pupil_.born = date(value);
        });
        for (pugi::xml_node list = node.first_child(); list; list = list.next_sibling()) {
            const char* name = list.name();
            if (is(name, "ouders"))
                parents(list);
            else if (is(name, "inschrijvingen"))
                enrolments(list);
            else if (is(name, "ondersteuningsperioden"))
                support(list);
            else if (is(name, "opps"))
                plans(list);
            else if (is(name, "gesprekken"))
                talks(list);
            else if (is(name, "toestemmingen"))
                permissions(list);
            else if (is(name, "hulpvragen"))
                requests(list);
            else if (is(name, "schorsingen"))
                suspensions(list);
            else if (is(name, "verzuimregels"))
                absences(list);
            else if (is(name, "verzuimmeldingen"))
                absence_reports(list);
        }
    }

  private:
    void parents(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            ParentFact& made = pupil_.parents.emplace_back();
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "id"))
                    made.id = value;
                else if (is(name, "gezag"))
                    made.custody = value[0] == 'j';
            });
        }
    }

    void enrolments(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling())
            for_attributes(node, [&](const char* name, const char* value) {
                if (!is(name, "datum")) return;
                const DayNumber day = date(value);
                if (pupil_.enrolled == absent || day > pupil_.enrolled) pupil_.enrolled = day;
            });
    }

    void support(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            bool extra = false;
            DayNumber begin = absent, end = absent;
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "soort"))
                    extra = is(value, "extra");
                else if (is(name, "begin"))
                    begin = date(value);
                else if (is(name, "eind"))
                    end = date(value);
            });
            if (extra && begin <= peildatum && end >= peildatum) pupil_.extra_support = true;
        }
    }

    void plans(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            PlanFact& made = pupil_.plans.emplace_back();
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "id"))
                    made.id = value;
                else if (is(name, "vastgesteld"))
                    made.adopted = date(value);
                else if (is(name, "beeindigd"))
                    made.ended = date(value);
                else if (is(name, "soort"))
                    made.is_transfer = value[0] == 'd';
            });
            for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
                const char* name = child.name();
                if (is(name, "handelingsdeel"))
                    action_part(child, made);
                else if (is(name, "gelegenheden"))
                    hearings(child, made);
                else if (is(name, "instemmingen"))
                    consents(child, made);
                else if (is(name, "evaluaties"))
                    reviews(child, made);
            }
        }
    }

    static void action_part(pugi::xml_node node, PlanFact& plan) {
        for_attributes(node, [&](const char* name, const char* value) {
            if (is(name, "vastgesteld")) plan.action_part = date(value);
        });
    }

    template <typename Rows>
    static std::uint32_t position(const Rows& rows) {
        return static_cast<std::uint32_t>(rows.size());
    }

    void hearings(pugi::xml_node list, PlanFact& plan) {
        plan.hearings.begin = position(pupil_.hearings);
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling())
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "datum")) pupil_.hearings.push_back(date(value));
            });
        plan.hearings.end = position(pupil_.hearings);
    }

    void consents(pugi::xml_node list, PlanFact& plan) {
        plan.consents.begin = position(pupil_.consents);
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            ConsentFact made{absent, false, Said::unknown};
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "datum"))
                    made.day = date(value);
                else if (is(name, "betreft"))
                    made.counts = is(value, "handelingsdeel") || is(value, "plan");
                else if (is(name, "besluit"))
                    made.agreed = is(value, "akkoord")    ? Said::yes
                                  : is(value, "onbekend") ? Said::unknown
                                                          : Said::no;
            });
            pupil_.consents.push_back(made);
        }
        plan.consents.end = position(pupil_.consents);
    }

    void reviews(pugi::xml_node list, PlanFact& plan) {
        plan.reviews.begin = position(pupil_.reviews);
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            ReviewFact made{absent, Said::unknown};
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "datum"))
                    made.day = date(value);
                else if (is(name, "met-ouders"))
                    made.with_parents = said(value);
            });
            pupil_.reviews.push_back(made);
        }
        plan.reviews.end = position(pupil_.reviews);
    }

    void talks(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            TalkFact& made = pupil_.talks.emplace_back();
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "id"))
                    made.id = value;
                else if (is(name, "datum"))
                    made.day = date(value);
                else if (is(name, "verslag-gedeeld-op"))
                    made.shared = date(value);
                else if (is(name, "soort")) {
                    made.is_consultation = is(value, "oogo");
                    made.is_review = is(value, "evaluatie");
                }
            });
            made.attendees.begin = position(pupil_.attendees);
            for (pugi::xml_node each = node.child("deelnemers").first_child(); each;
                 each = each.next_sibling()) {
                AttendeeFact& there = pupil_.attendees.emplace_back();
                for_attributes(each, [&](const char* name, const char* value) {
                    if (is(name, "rol"))
                        there.is_parent = is(value, "ouder");
                    else if (is(name, "ouder"))
                        there.parent = value;
                    else if (is(name, "aanwezig"))
                        there.present = value[0] == 'j';
                });
            }
            made.attendees.end = position(pupil_.attendees);
        }
    }

    void permissions(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            PermissionFact& made = pupil_.permissions.emplace_back();
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "datum"))
                    made.day = date(value);
                else if (is(name, "waarvoor"))
                    made.for_support = is(value, "onderwijsondersteuning");
                else if (is(name, "besluit"))
                    made.given = value[0] == 'j';
                else if (is(name, "van-leerling"))
                    made.by_pupil = value[0] == 'j';
                else if (is(name, "ingetrokken"))
                    made.withdrawn = date(value);
            });
        }
    }

    void requests(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            std::string_view request;
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "id")) request = value;
            });
            for (pugi::xml_node each = node.child("trajecten").first_child(); each;
                 each = each.next_sibling()) {
                GuidanceFact& made = pupil_.guidance.emplace_back();
                made.request = request;
                for_attributes(each, [&](const char* name, const char* value) {
                    if (is(name, "id"))
                        made.id = value;
                    else if (is(name, "uitvoering-begin"))
                        made.begin = date(value);
                    else if (is(name, "niveau"))
                        made.of_pupil = is(value, "leerling");
                });
            }
        }
    }

    void suspensions(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            SuspensionFact& made = pupil_.suspensions.emplace_back();
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "id"))
                    made.id = value;
                else if (is(name, "begin"))
                    made.first = date(value);
                else if (is(name, "eind"))
                    made.last = date(value);
            });
        }
    }

    void absences(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
            AbsenceFact& made = pupil_.absences.emplace_back();
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "datum"))
                    made.day = date(value);
                else if (is(name, "geoorloofd"))
                    made.allowed = value[0] == 'j';
                else if (is(name, "lesuren"))
                    made.hours = hours(value);
            });
        }
    }

    void absence_reports(pugi::xml_node list) {
        for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling())
            for_attributes(node, [&](const char* name, const char* value) {
                if (is(name, "datum")) pupil_.absence_reports.push_back(date(value));
            });
    }

    static int hours(const char* text) {
        int number = text[0] >= '0' && text[0] <= '9' ? 0 : -1;
        for (; *text >= '0' && *text <= '9'; ++text) number = number * 10 + (*text - '0');
        return number;
    }

    PupilFacts& pupil_;
};

void check(const pugi::xml_document& document, Reader& reader, PupilFacts& pupil,
           std::string& lines) {
    const pugi::xml_node school = document.document_element();
    const std::string_view brin = school.attribute("brin").value();
    const pugi::xml_node list = school.child("leerlingen");
    for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
        reader.read(node);
        check_pupil(pupil, brin, lines);
    }
}

}  // namespace
}  // namespace toets::benchmark

int main(int argc, char** argv) {
    using namespace toets::benchmark;
    if (argc != 2) return 2;
    keep_heap_warm();
    toets::FileBuffer buffer;
    pugi::xml_document document;
    PupilFacts pupil;
    Reader reader(pupil);
    std::string lines;
    for (const auto& path : dossiers_in(argv[1])) {
        if (!buffer.read(path)) return 3;
        if (!document.load_buffer_inplace(buffer.bytes().data(), buffer.bytes().size(),
                                          pugi::parse_default, pugi::encoding_utf8))
            return 3;
        check(document, reader, pupil, lines);
        std::fwrite(lines.data(), 1, lines.size(), stdout);
        lines.clear();
    }
    return 0;
}
