#include "tests/evaluate/random_school.h"

namespace toets::tests {

const std::string_view random_vocabulary = R"(
    begrip School wortel
        a : ja/nee
        n : getal
        d : datum
        k : keuze uit rood, groen, blauw
        leerlingen : lijst van Leerling
        kalenders : lijst van Kalenderjaar
    begrip Kalenderjaar
        begin : datum gepland
        eind : datum gepland
        vakanties : lijst van Vakantie leeg is nvt
        vrije-dagen : lijst van Vrije-dag leeg is nvt
    begrip Vakantie
        begin : datum gepland
        eind : datum gepland
    begrip Vrije-dag
        datum : datum gepland
    kalender
        lesperiode Kalenderjaar.begin tot en met Kalenderjaar.eind
        vakantie Vakantie.begin tot en met Vakantie.eind
        vrij Vrije-dag.datum
    begrip Leerling
        a : ja/nee
        b : ja/nee leeg is nvt
        n : getal
        m : getal
        d : datum
        e : datum
        p : datum gepland
        q : datum leeg is nvt
        k : keuze uit rood, groen, blauw
        t : tekst
        j : schooljaar
        l : duur in weken leeg is nvt
        stukken : lijst van Stuk
    begrip Stuk gebeurtenis op d
        d : datum
        e : datum gepland leeg is nvt
        a : ja/nee
        n : getal
        k : keuze uit rood, groen, blauw
    bron B "Bron"
)";

RandomSchool::RandomSchool(const Vocabulary& vocabulary, unsigned seed)
    : vocabulary_(vocabulary), random_(seed), school_(row(0)) {}

/// Days lie closely around the peildatum of the tests, so that they often differ by little.
std::string RandomSchool::day() {
    return iso(*make_date(2025, 3, 1) + static_cast<int>(pick(120)) - 60);
}

std::string RandomSchool::value(const Column& column) {
    static const char* const colours[] = {"rood", "groen", "blauw"};
    switch (column.type) {
        case ColumnType::truth:
            return pick(2) == 0 ? "ja" : "nee";
        case ColumnType::number:
            return std::to_string(pick(5));
        case ColumnType::date:
            return day();
        case ColumnType::choice:
            return colours[pick(3)];
        case ColumnType::duration:
            return duration_words({static_cast<std::int32_t>(pick(5)), column.unit});
        case ColumnType::school_year:
            return pick(2) == 0 ? "2023-2024" : "2024-2025";
        case ColumnType::text:
        case ColumnType::reference:
            break;
    }
    return pick(2) == 0 ? "een" : "twee drie";
}

RandomRow RandomSchool::row(TableId table) {
    RandomRow made;
    const Table& shape = vocabulary_.tables[table];
    for (const Column& column : shape.columns) {
        const unsigned kind = pick(10);
        std::string written = value(column);
        if (kind < 2) written = "onbekend";
        if (kind == 2) written = "";
        if (kind == 3) written = "nvt";
        if (kind == 4 && column.type == ColumnType::date) written = written.substr(0, 7);
        if (kind == 5 && column.type == ColumnType::date) written = written.substr(0, 4);
        made.values.push_back(written);
    }
    if (shape.children.empty()) return made;
    const bool is_root = table == 0;
    made.is_stated = is_root || pick(5) != 0;
    made.is_open = !is_root && pick(5) == 0;
    if (made.is_stated)
        for (unsigned i = pick(4) + (is_root ? 1U : 0U); i > 0; --i)
            made.rows.push_back(row(shape.children.front().table));
    return made;
}

bool RandomSchool::is_unknown(const Column& column, const std::string& written) const {
    if (written == "onbekend" || (written.empty() && !column.absent_is_none)) return true;
    return column.type == ColumnType::date && (written.size() == 4 || written.size() == 7);
}

void RandomSchool::find_unknowns(TableId table, RandomRow& row, std::vector<Unknown>& found) {
    const Table& shape = vocabulary_.tables[table];
    for (std::size_t c = 0; c < row.values.size(); ++c)
        if (is_unknown(shape.columns[c], row.values[c])) found.push_back({table, &row, c});
    if (shape.children.empty()) return;
    if (!row.is_stated || row.is_open) found.push_back({table, &row, row.values.size()});
    for (RandomRow& each : row.rows) find_unknowns(shape.children.front().table, each, found);
}

bool RandomSchool::learn() {
    std::vector<Unknown> unknowns;
    find_unknowns(0, school_, unknowns);
    if (unknowns.empty()) return false;
    const Unknown chosen = unknowns[pick(static_cast<unsigned>(unknowns.size()))];
    const Table& shape = vocabulary_.tables[chosen.table];
    if (chosen.column == chosen.row->values.size()) {
        for (unsigned i = pick(3); i > 0; --i)
            chosen.row->rows.push_back(row(shape.children.front().table));
        chosen.row->is_stated = true;
        chosen.row->is_open = false;
        return true;
    }
    const Column& column = shape.columns[chosen.column];
    std::string& written = chosen.row->values[chosen.column];
    if (column.type != ColumnType::date || (written.size() != 4 && written.size() != 7)) {
        written = pick(8) == 0 ? "nvt" : value(column);
        return true;
    }
    if (written.size() == 4)
        written += pick(2) == 0 ? "-02" : "-04";
    else
        written += pick(2) == 0 ? "-03" : "-25";
    return true;
}

void RandomSchool::state(FactsBuilder& facts) const {
    facts.clear();
    const RowIndex school = facts.add_row(0, no_row, 0);
    state(facts, 0, school, school_);
    state_calendar(facts, school);
    facts.finish();
}

/// One school year with lessons; it ends before the last of the days that are drawn.
void RandomSchool::state_calendar(FactsBuilder& facts, RowIndex school) const {
    const ChildId slot = *vocabulary_.root().child("kalenders");
    const TableId table = vocabulary_.root().children[slot].table;
    facts.state_list(0, school, slot, false);
    const RowIndex row = facts.add_row(table, school, 0);
    facts.set(table, row, 0, "2024-08-26");
    facts.set(table, row, 1, "2025-04-11");
}

void RandomSchool::state(FactsBuilder& facts, TableId table, RowIndex index,
                         const RandomRow& row) const {
    const Table& shape = vocabulary_.tables[table];
    for (std::size_t c = 0; c < row.values.size(); ++c)
        if (!row.values[c].empty())
            facts.set(table, index, static_cast<ColumnId>(c), row.values[c]);
    if (shape.children.empty() || !row.is_stated) return;
    facts.state_list(table, index, 0, row.is_open);
    for (const RandomRow& each : row.rows) {
        const TableId inner = shape.children.front().table;
        const RowIndex at = facts.add_row(inner, index, 0);
        state(facts, inner, at, each);
    }
}

std::string RandomSchool::shown() const {
    std::string text;
    const auto show = [&](const auto& self, TableId table, const RandomRow& row) -> void {
        const Table& shape = vocabulary_.tables[table];
        text += shape.element + " {";
        for (std::size_t c = 0; c < row.values.size(); ++c)
            if (!row.values[c].empty())
                text += " " + shape.columns[c].name + " \"" + row.values[c] + "\"";
        if (!shape.children.empty() && row.is_stated && row.rows.empty() && !row.is_open)
            text += " geen " + vocabulary_.tables[shape.children.front().table].element;
        for (const RandomRow& each : row.rows) {
            text += "\n";
            self(self, shape.children.front().table, each);
        }
        if (row.is_open) text += " " + shape.children.front().name + " onbekend";
        text += " }";
    };
    show(show, 0, school_);
    return text;
}

namespace {

/// Writes conditions about a variable; deeper ones hold shallower ones.
class RandomRules {
  public:
    explicit RandomRules(unsigned seed) : random_(seed) {}

    std::string rule(unsigned number) {
        const std::string id = "r" + std::to_string(number);
        std::string text =
            "regel " + id + " \"" + id + "\" bron B ernst fout zonder termijnenwet\n";
        const bool about_pupil = pick(5) != 0;
        const std::string who = about_pupil ? "leerling" : "school";
        text += about_pupil ? "    voor elke leerling\n" : "    voor elke school\n";
        if (pick(3) == 0) text += "    geldig vanaf 1 februari 2025, getoetst op " + who + ".d\n";
        if (pick(3) == 0) text += "    alleen als " + condition(who, 1) + "\n";
        if (pick(3) == 0) text += "    tenzij " + condition(who, 1) + " \"reden\"\n";
        text += "    eis " + condition(who, 3);
        if (pick(6) == 0)
            text += one_of({" loopt tot en met ", " loopt tot "}) +
                    (about_pupil ? one_of({"leerling.p", "leerling.q"}) : date("school"));
        return text + "\n    melding \"x\"\n";
    }

  private:
    unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }

    template <std::size_t count>
    std::string one_of(const char* const (&words)[count]) {
        return words[pick(count)];
    }

    std::string condition(const std::string& who, int depth) {
        if (depth <= 0) return leaf(who);
        switch (pick(8)) {
            case 0:
                return "(" + condition(who, depth - 1) + " en " + condition(who, depth - 1) + ")";
            case 1:
                return "(" + condition(who, depth - 1) + " of " + condition(who, depth - 1) + ")";
            case 2:
                return "niet (" + condition(who, depth - 1) + ")";
            case 3:
                return "(als " + condition(who, depth - 1) + " dan " + condition(who, depth - 1) +
                       ")";
            case 4:
                return leaf(who);
            default:
                return who == "leerling" ? quantified(depth) : leaf(who);
        }
    }

    /// In brackets, for `a is b of c` compares with b and c.
    std::string leaf(const std::string& who) { return "(" + bare_leaf(who) + ")"; }

    std::string bare_leaf(const std::string& who) {
        switch (pick(who == "leerling" ? 12 : 7)) {
            case 0:
                return who + ".a";
            case 1:
                return who + ".a is nee";
            case 2:
                return "(" + who + ".k is " +
                       one_of({"rood", "rood of groen", "niet blauw", "niet rood of blauw"}) + ")";
            case 3:
                return who + ".n is " +
                       one_of({"ten minste 2", "ten hoogste 2", "meer dan 1", "minder dan 3", "2"});
            case 4:
                return own_date(who) + " " +
                       one_of({"na", "vanaf", "voor", "uiterlijk", "tot", "tot en met", "is"}) +
                       " " + date(who);
            case 5:
                return own_date(who) + " binnen " + one_of({"10 dagen", "2 weken", "1 maand"}) +
                       one_of({" na ", " vanaf "}) + date(who);
            case 6:
                return own_date(who) + " ten minste " + one_of({"5 dagen", "1 week"}) + " voor " +
                       date(who);
            case 7:
                return "dagen-tussen(" + own_date(who) + ", " + date(who) + ") is ten hoogste 20";
            case 8:
                return "leerling.t is \"een\"";
            case 9:
                return "leerling.n is " + one_of({"", "ten minste ", "minder dan "}) + "leerling.m";
            case 10:
                return "leerling.b";
            default:
                return "schooljaar-op(" + own_date(who) + ") is leerling.j";
        }
    }

    std::string own_date(const std::string& who) {
        if (who == "stuk") return one_of({"stuk.d", "stuk.e"});
        if (who == "school") return "school.d";
        return one_of({"leerling.d", "leerling.e", "leerling.p", "leerling.q"});
    }

    std::string date(const std::string& who) {
        if (who == "stuk")
            return one_of({"stuk.d", "stuk.e", "1 maart 2025", "peildatum", "leerling.d"});
        if (who == "school")
            return one_of({"school.d", "1 maart 2025", "peildatum", "(2 weken na school.d)"});
        return one_of(
            {"leerling.d", "leerling.e", "leerling.p", "leerling.q", "1 maart 2025", "peildatum",
             "(2 weken na leerling.d)", "(1 maand voor leerling.p)", "(leerling.l na leerling.d)",
             "(leerling.l voor leerling.p)", "(als leerling.a dan leerling.d anders leerling.e)",
             "(vroegste stuk.d over stuk van leerling)",
             "(recentste stuk.e over stuk van leerling)", "eerste-van-de-maand-na(leerling.e)"});
    }

    std::string quantified(int depth) {
        const std::string inner = "(" + condition("stuk", depth - 2) + ")";
        switch (pick(17)) {
            case 0:
                return "(er is een stuk van leerling met " + inner + ")";
            case 1:
                return "(er is geen stuk van leerling met " + inner + ")";
            case 2:
                return "(voor elk stuk van leerling geldt " + inner + ")";
            case 3:
                return "(voor elk stuk van leerling met " + inner + " geldt " + leaf("stuk") + ")";
            case 4:
                return "(er zijn " + one_of({"ten minste", "ten hoogste", "precies"}) +
                       " 1 stuk van leerling met " + inner + ")";
            case 5:
                return "(aantal stuk van leerling met " + inner + ") is ten hoogste 1";
            case 6:
                return "(som stuk.n over stuk van leerling met " + inner + ") is ten hoogste 4";
            case 7:
                if (pick(3) == 0)
                    return "leerling.l is ten hoogste " + one_of({"2 weken", "9 dagen"});
                return "(" + one_of({"grootste", "kleinste"}) +
                       " stuk.n over stuk van leerling) is ten minste 2";
            case 8:
                return "(" + one_of({"eerste", "laatste"}) + " stuk van leerling met " + inner +
                       " volgens stuk.d).a";
            case 9:
                return "(voor elk opeenvolgend paar (x, y) van stuk van leerling volgens stuk.d "
                       "geldt y.d binnen 2 weken na x.d)";
            case 10:
                return "(voor elke reeks als r van stuk van leerling lopend van stuk.d tot en met "
                       "stuk.e geldt r.begin na leerling.d)";
            case 11:
                return "(ten minste elke " + one_of({"1 maand", "leerling.l"}) +
                       " vanaf leerling.d is er een stuk van leerling "
                       "met " +
                       inner + " volgens stuk.d)";
            case 12:
                return "(voor elk opeenvolgend paar (x, y) van stuk van leerling met " + inner +
                       " volgens stuk.e geldt x.n is ten hoogste y.n)";
            case 13:
                return "(voor elke reeks als r van stuk van leerling met " + inner +
                       " lopend van stuk.d tot en met stuk.e met gat van ten hoogste " +
                       one_of({"2 dagen", "1 week"}) +
                       " geldt dagen-tussen(r.begin, r.eind) is ten hoogste " +
                       one_of({"7", "20"}) + ")";
            case 14:
                return "(er zijn " + one_of({"ten minste", "ten hoogste", "precies"}) +
                       " 1 reeks als r van stuk van leerling lopend van stuk.d tot en met stuk.e)";
            case 15: {
                const std::string restart =
                    pick(2) == 0 ? ""
                                 : " opnieuw na ander.d over stuk als ander van leerling met "
                                   "(ander.a)";
                return "(voor elke drempeldag als dd waarop stuk.n over stuk van leerling met (" +
                       inner + ") volgens stuk.d bereikt " + one_of({"3", "5"}) + " binnen " +
                       one_of({"1 lesweek", "3 lesweken"}) + restart + " geldt dd.datum " +
                       one_of({"na", "uiterlijk", "voor"}) + " " + date("leerling") + ")";
            }
            default:
                return "(voor elk schooljaar als sj tussen leerling.d en leerling.p geldt "
                       "leerling.e uiterlijk sj.eind)";
        }
    }

    std::mt19937 random_;
};

}  // namespace

std::vector<std::string> random_rules(unsigned seed, unsigned count) {
    RandomRules random(seed);
    std::vector<std::string> rules;
    for (unsigned i = 0; i < count; ++i) rules.push_back(random.rule(i));
    return rules;
}

}  // namespace toets::tests
