#include "checker/facts/builder.h"

#include <algorithm>
#include <unordered_set>

namespace toets {

FactsBuilder::FactsBuilder(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    facts_.tables.resize(vocabulary.tables.size());
    writers_.resize(vocabulary.tables.size());
    for (TableId id = 0; id < vocabulary.tables.size(); ++id) {
        const Table& table = vocabulary.tables[id];
        TableRows& rows = facts_.tables[id];
        rows.columns.resize(table.columns.size());
        rows.children.resize(table.children.size());
        for (ColumnId c = 0; c < table.columns.size(); ++c)
            writers_[id].columns.emplace_back(rows.columns[c], table.columns[c], vocabulary);
        for (ChildId c = 0; c < table.children.size(); ++c)
            writers_[id].lists.emplace_back(rows.children[c], table.children[c]);
        if (table.key != no_column) keyed_tables_.push_back(id);
        for (ColumnId c = 0; c < table.columns.size(); ++c)
            if (table.columns[c].type == ColumnType::reference)
                reference_columns_.emplace_back(id, c);
    }
    for (TableId id = 0; id < vocabulary.tables.size(); ++id) {
        const Table& table = vocabulary.tables[id];
        if (table.parent != no_table) writers_[id].owner = &list(table.parent, table.slot);
    }
}

void FactsBuilder::clear() {
    for (TableId id = 0; id < facts_.tables.size(); ++id) {
        TableRows& rows = facts_.tables[id];
        if (rows.count == 0) continue;
        for (ColumnWriter& each : writers_[id].columns) each.clear(rows.count);
        for (ListWriter& each : writers_[id].lists) each.clear(rows.count);
        rows.count = 0;
        rows.parent.clear();
        rows.offset.clear();
    }
}

RowIndex FactsBuilder::add_row(TableId table, RowIndex parent, std::uint32_t offset) {
    TableRows& rows = facts_.tables[table];
    rows.parent.push_back(parent);
    rows.offset.push_back(offset);
    if (parent != no_row) writers_[table].owner->attach(parent, rows.count);
    return rows.count++;
}

State FactsBuilder::set(TableId table, RowIndex row, ColumnId column, std::string_view written) {
    return this->column(table, column).set(row, written);
}

void FactsBuilder::state_list(TableId table, RowIndex row, ChildId child, bool open) {
    const TableId of = vocabulary_.tables[table].children[child].table;
    list(table, child).state(row, facts_.tables[of].count, open);
}

/// Every column becomes at least as long as its table.
void FactsBuilder::even_out() {
    for (TableId id = 0; id < facts_.tables.size(); ++id) {
        for (ColumnWriter& each : writers_[id].columns) each.even_out(facts_.tables[id].count);
        for (ListWriter& each : writers_[id].lists) each.even_out(facts_.tables[id].count);
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
