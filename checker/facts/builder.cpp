#include "checker/facts/builder.h"

#include <algorithm>
#include <bit>
#include <unordered_set>
#include <utility>

namespace toets {
namespace {

constexpr DateInterval any_date{{std::numeric_limits<std::int32_t>::min()},
                                {std::numeric_limits<std::int32_t>::max()}};

State empty_state(const Column& column) {
    return column.absent_is_none ? State::not_applicable : State::not_supplied;
}

/// A column with its shape, which says which of its vectors are in use.
struct ShapedColumn {
    ColumnValues& values;
    const Column& shape;

    /// Applies `change` to each vector that a column of this type uses, with what says nothing.
    template <typename Change>
    void each(Change change) const {
        change(values.states, empty_state(shape));
        switch (shape.type) {
            case ColumnType::date:
                return change(values.dates, any_date);
            case ColumnType::number:
            case ColumnType::school_year:
                return change(values.numbers, std::int64_t{0});
            case ColumnType::reference:
                change(values.texts, std::string_view());
                return change(values.codes, std::int32_t{-1});
            case ColumnType::choice:
            case ColumnType::truth:
                return change(values.codes, std::int32_t{-1});
            case ColumnType::text:
                return change(values.texts, std::string_view());
        }
    }
};

/// A length that holds `row`. Columns grow by doubling, so that filling is done in bulk.
std::size_t length_for(RowIndex row) {
    constexpr std::size_t least = 16;
    return std::max(least, std::bit_ceil(std::size_t{row} + 1));
}

/// Makes the column at least `count` rows long; new rows state nothing.
void lengthen(ColumnValues& values, const Column& shape, std::size_t count) {
    if (values.states.size() >= count) return;
    ShapedColumn{values, shape}.each(
        [&](auto& vector, auto nothing) { vector.resize(count, nothing); });
}

/// Its first `count` rows state nothing again.
void forget(ColumnValues& values, const Column& shape, std::size_t count) {
    ShapedColumn{values, shape}.each([&](auto& vector, auto nothing) {
        const auto end =
            vector.begin() + static_cast<std::ptrdiff_t>(std::min(count, vector.size()));
        std::fill(vector.begin(), end, nothing);
    });
}

std::uint8_t open_when_absent(const Child& shape) { return shape.absent_is_none ? 0 : 1; }

void lengthen(ChildRanges& child, const Child& shape, std::size_t count) {
    if (child.open.size() >= count) return;
    child.begin.resize(count, 0);
    child.end.resize(count, 0);
    child.open.resize(count, open_when_absent(shape));
}

void forget(ChildRanges& child, const Child& shape, std::size_t count) {
    const auto rows = static_cast<std::ptrdiff_t>(std::min(count, child.open.size()));
    std::fill_n(child.begin.begin(), rows, 0);
    std::fill_n(child.end.begin(), rows, 0);
    std::fill_n(child.open.begin(), rows, open_when_absent(shape));
}

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
    // Nearly every value starts and ends with something else.
    constexpr char last_blank = ' ';
    if (!text.empty() && text.front() > last_blank && text.back() > last_blank) return text;
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// The state that a text names; `known` when it names none.
State named_state(std::string_view written) {
    if (written.front() != 'o' && written.front() != 'n') return State::known;
    if (written == "onbekend") return State::unknown;
    return written == "nvt" || written == "n.v.t." ? State::not_applicable : State::known;
}

/// Reads `written` into row `row` of the column; false when it is no value of its type.
bool read_value(ColumnValues& values, RowIndex row, const Column& column,
                const std::vector<ChoiceList>& choices, std::string_view written) {
    switch (column.type) {
        case ColumnType::date: {
            const auto date = parse_date(written);
            if (date) values.dates[row] = *date;
            return date.has_value();
        }
        case ColumnType::number: {
            const auto number = parse_number(written);
            if (number) values.numbers[row] = *number;
            return number.has_value();
        }
        case ColumnType::school_year: {
            const auto year = parse_school_year(written);
            if (year) values.numbers[row] = year->first_year;
            return year.has_value();
        }
        case ColumnType::choice:
            values.codes[row] = choices[column.choices].find(written);
            return values.codes[row] >= 0;
        case ColumnType::truth: {
            const auto truth = parse_truth(written);
            if (truth) values.codes[row] = *truth ? 1 : 0;
            return truth.has_value();
        }
        case ColumnType::reference:
        case ColumnType::text:
            values.texts[row] = written;
            return true;
    }
    return true;
}

}  // namespace

std::optional<bool> parse_truth(std::string_view written) {
    if (written == "ja" || written == "true") return true;
    if (written == "nee" || written == "false") return false;
    return std::nullopt;
}

std::optional<std::int64_t> parse_number(std::string_view written) {
    bool negative = false;
    if (!written.empty() && written.front() == '-') {
        negative = true;
        written.remove_prefix(1);
    }
    std::int64_t whole = 0;
    std::int64_t fraction = 0;
    std::int64_t scale = 10000;
    std::size_t i = 0;
    std::size_t digits = 0;
    for (; i < written.size() && written[i] >= '0' && written[i] <= '9'; ++i) {
        if (++digits > 12) return std::nullopt;
        whole = whole * 10 + (written[i] - '0');
    }
    if (digits == 0) return std::nullopt;
    if (i < written.size() && (written[i] == ',' || written[i] == '.')) {
        if (++i == written.size()) return std::nullopt;
        for (; i < written.size() && written[i] >= '0' && written[i] <= '9'; ++i) {
            if (scale == 1) return std::nullopt;  // finer than a ten-thousandth
            scale /= 10;
            fraction += (written[i] - '0') * scale;
        }
    }
    if (i != written.size()) return std::nullopt;
    const std::int64_t value = whole * 10000 + fraction;
    return negative ? -value : value;
}

FactsBuilder::FactsBuilder(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    facts_.tables.resize(vocabulary.tables.size());
    used_.resize(vocabulary.tables.size());
    for (TableId id = 0; id < vocabulary.tables.size(); ++id) {
        const Table& table = vocabulary.tables[id];
        facts_.tables[id].columns.resize(table.columns.size());
        facts_.tables[id].children.resize(table.children.size());
        used_[id].columns.resize(table.columns.size());
        used_[id].children.resize(table.children.size());
        if (table.key != no_column) keyed_tables_.push_back(id);
        for (ColumnId c = 0; c < table.columns.size(); ++c)
            if (table.columns[c].type == ColumnType::reference)
                reference_columns_.emplace_back(id, c);
    }
}

void FactsBuilder::clear() {
    for (TableId id = 0; id < facts_.tables.size(); ++id) {
        TableRows& rows = facts_.tables[id];
        if (rows.count == 0) continue;
        const Table& table = vocabulary_.tables[id];
        for (ColumnId c = 0; c < table.columns.size(); ++c)
            if (std::exchange(used_[id].columns[c], std::uint8_t{0}) != 0)
                forget(rows.columns[c], table.columns[c], rows.count);
        for (ChildId c = 0; c < table.children.size(); ++c)
            if (std::exchange(used_[id].children[c], std::uint8_t{0}) != 0)
                forget(rows.children[c], table.children[c], rows.count);
        rows.count = 0;
        rows.parent.clear();
        rows.offset.clear();
    }
}

RowIndex FactsBuilder::add_row(TableId table, RowIndex parent, std::uint32_t offset) {
    TableRows& rows = facts_.tables[table];
    rows.parent.push_back(parent);
    rows.offset.push_back(offset);
    return rows.count++;
}

State FactsBuilder::set(TableId table, RowIndex row, ColumnId column, std::string_view written) {
    const Column& shape = vocabulary_.tables[table].columns[column];
    ColumnValues& values = facts_.tables[table].columns[column];
    if (row >= values.states.size()) lengthen(values, shape, length_for(row));
    used_[table].columns[column] = 1;
    written = trimmed(written);
    State& state = values.states[row];
    if (written.empty()) return state;
    state = named_state(written);
    if (state == State::known && !read_value(values, row, shape, vocabulary_.choices, written))
        state = State::invalid;
    return state;
}

void FactsBuilder::state_list(TableId table, RowIndex row, ChildId child, bool open) {
    ChildRanges& ranges = facts_.tables[table].children[child];
    const TableId of = vocabulary_.tables[table].children[child].table;
    if (row >= ranges.open.size())
        lengthen(ranges, vocabulary_.tables[table].children[child], length_for(row));
    used_[table].children[child] = 1;
    if (ranges.begin[row] == ranges.end[row]) {
        ranges.begin[row] = facts_.tables[of].count;
        ranges.end[row] = ranges.begin[row];
    }
    ranges.open[row] = open ? 1 : 0;
}

void FactsBuilder::attach(TableId table, RowIndex row) {
    const Table& shape = vocabulary_.tables[table];
    const RowIndex parent = facts_.tables[table].parent[row];
    ChildRanges& ranges = facts_.tables[shape.parent].children[shape.slot];
    if (parent >= ranges.open.size())
        lengthen(ranges, vocabulary_.tables[shape.parent].children[shape.slot], length_for(parent));
    used_[shape.parent].children[shape.slot] = 1;
    if (ranges.begin[parent] == ranges.end[parent]) ranges.begin[parent] = row;
    ranges.end[parent] = row + 1;
}

/// Every column becomes at least as long as its table.
void FactsBuilder::even_out() {
    for (TableId id = 0; id < facts_.tables.size(); ++id) {
        TableRows& rows = facts_.tables[id];
        const Table& shape = vocabulary_.tables[id];
        for (std::size_t i = 0; i < rows.columns.size(); ++i)
            lengthen(rows.columns[i], shape.columns[i], rows.count);
        for (std::size_t i = 0; i < rows.children.size(); ++i)
            lengthen(rows.children[i], shape.children[i], rows.count);
    }
}

std::vector<FactsBuilder::Clash> FactsBuilder::finish() {
    even_out();
    std::vector<Clash> clashes;
    for (const TableId table : keyed_tables_) find_duplicates(table, clashes);
    for (const auto& [table, column] : reference_columns_) resolve(table, column, clashes);
    return clashes;
}

/// Keys that stand twice under one parent: the few rows of most parents are compared in pairs.
void FactsBuilder::find_duplicates(TableId table, std::vector<Clash>& clashes) const {
    constexpr RowIndex compared_in_pairs_max = 8;
    const ColumnId key = vocabulary_.tables[table].key;
    if (vocabulary_.tables[table].columns[key].type != ColumnType::text) return;
    const TableRows& rows = facts_.tables[table];
    const auto& texts = rows.columns[key].texts;
    std::unordered_set<std::string_view> seen;
    for (RowIndex first = 0, last = 0; first < rows.count; first = last) {
        while (last < rows.count && rows.parent[last] == rows.parent[first]) ++last;
        const bool hashed = last - first > compared_in_pairs_max;
        seen.clear();
        for (RowIndex row = first; row < last; ++row) {
            if (texts[row].empty()) continue;
            const auto before = texts.begin() + row;
            const bool twice = hashed
                                   ? !seen.insert(texts[row]).second
                                   : std::find(texts.begin() + first, before, texts[row]) != before;
            if (twice) clashes.push_back({table, row, key, false});
        }
    }
}

/// The row of `table` itself or above `row` that lies in table `of`; no_row when there is none.
RowIndex FactsBuilder::ancestor(TableId table, RowIndex row, TableId of) const {
    while (table != of && table != no_table && row != no_row) {
        row = facts_.tables[table].parent[row];
        table = vocabulary_.tables[table].parent;
    }
    return table == of ? row : no_row;
}

/// The one row of [begin, end) with that key; no_row when there is none, or more than one.
RowIndex FactsBuilder::row_with_key(TableId target, RowIndex begin, RowIndex end,
                                    std::string_view key) const {
    const auto& texts = facts_.tables[target].columns[vocabulary_.tables[target].key].texts;
    RowIndex found = no_row;
    for (RowIndex row = begin; row < end; ++row) {
        if (texts[row] != key) continue;
        if (found != no_row) return no_row;  // a key that stands twice names neither row
        found = row;
    }
    return found;
}

/// A reference means the row with that key under the nearest owner that both share.
void FactsBuilder::resolve(TableId table, ColumnId column, std::vector<Clash>& clashes) {
    TableRows& rows = facts_.tables[table];
    const TableId target = vocabulary_.tables[table].columns[column].target;
    if (rows.count == 0 || target == no_table || vocabulary_.tables[target].key == no_column)
        return;
    const TableId shared = vocabulary_.tables[target].parent;
    ColumnValues& values = rows.columns[column];
    for (RowIndex row = 0; row < rows.count; ++row) {
        if (values.states[row] != State::known) continue;
        const RowIndex owner = shared == no_table ? no_row : ancestor(table, row, shared);
        RowIndex begin = 0;
        RowIndex end = facts_.tables[target].count;
        if (owner != no_row) {
            const ChildRanges& siblings =
                facts_.tables[shared].children[vocabulary_.tables[target].slot];
            begin = siblings.begin[owner];
            end = siblings.end[owner];
        }
        const RowIndex found = row_with_key(target, begin, end, values.texts[row]);
        values.codes[row] = found == no_row ? -1 : static_cast<std::int32_t>(found);
        if (found != no_row) continue;
        values.states[row] = State::invalid;
        clashes.push_back({table, row, column, true});
    }
}

}  // namespace toets
