#include "checker/trial/test_facts.h"

#include <algorithm>
#include <map>
#include <optional>

#include "checker/text/suggest.h"

namespace toets {
namespace {

class Reader {
  public:
    Reader(const Vocabulary& vocabulary, FactsBuilder& facts, Diagnostics& problems)
        : vocabulary_(vocabulary), facts_(facts), problems_(problems) {}

    void read(const ast::Test& test) {
        facts_.clear();
        for (const ast::Fact& fact : test.facts) top(fact);
        if (facts_.facts().tables[0].count == 0) owner_row(0);
        for (const auto& clash : facts_.finish()) {
            const auto& table = vocabulary_.tables[clash.table];
            const auto& text =
                facts_.facts().tables[clash.table].columns[clash.column].texts[clash.row];
            problems_.push_back(
                {clash.dangling ? Code::dangling_reference : Code::duplicate_key,
                 test.span,
                 {std::string(text), table.columns[clash.column].name, table.element}});
        }
    }

  private:
    void top(const ast::Fact& fact) {
        if (fact.kind == ast::FactKind::group && fact.name == vocabulary_.root().element)
            return members(0, owner_row(0), fact);
        const auto tables = vocabulary_.tables_of(fact.name.text);
        if (tables.size() != 1 || fact.kind != ast::FactKind::group) {
            std::vector<std::string> known;
            for (const Table& table : vocabulary_.tables) known.push_back(table.element);
            problems_.push_back({tables.empty() ? Code::unknown_subject : Code::ambiguous_subject,
                                 fact.name.span,
                                 {fact.name.text},
                                 tables.empty() ? suggestion(fact.name.text, known) : ""});
            return;
        }
        const TableId table = tables.front();
        const RowIndex owner = owner_row(vocabulary_.tables[table].parent);
        add(table, owner, fact);
    }

    /// The one row that stands for a begrip which the test doesn't write out.
    RowIndex owner_row(TableId table) {
        if (table == no_table) return no_row;
        const auto known = owners_.find(table);
        if (known != owners_.end()) return known->second;
        const Table& shape = vocabulary_.tables[table];
        const RowIndex parent = owner_row(shape.parent);
        if (parent != no_row) facts_.state_list(shape.parent, parent, shape.slot, false);
        const RowIndex row = facts_.add_row(table, parent, 0);
        owners_[table] = row;
        return row;
    }

    void add(TableId table, RowIndex parent, const ast::Fact& fact) {
        const Table& shape = vocabulary_.tables[table];
        facts_.state_list(shape.parent, parent, shape.slot, false);
        const RowIndex row = facts_.add_row(table, parent, fact.span.begin);
        members(table, row, fact);
    }

    void members(TableId table, RowIndex row, const ast::Fact& group) {
        for (const ast::Fact& fact : group.children) {
            const Table& shape = vocabulary_.tables[table];
            const auto child = child_of(shape, fact.name.text);
            const ColumnId column = shape.column(fact.name.text);
            if (fact.kind == ast::FactKind::attribute && column != no_column) {
                set(table, row, column, fact);
            } else if (fact.kind == ast::FactKind::group && child) {
                add(shape.children[*child].table, row, fact);
            } else if (child && (fact.kind == ast::FactKind::empty_list || fact.value == "nvt")) {
                facts_.state_list(table, row, *child, false);
            } else if (child && fact.value == "onbekend") {
                facts_.state_list(table, row, *child, true);
            } else {
                problems_.push_back({Code::unknown_member,
                                     fact.name.span,
                                     {shape.concept_name, fact.name.text},
                                     suggestion(fact.name.text, names(shape))});
            }
        }
    }

    void set(TableId table, RowIndex row, ColumnId column, const ast::Fact& fact) {
        if (facts_.set(table, row, column, fact.value) != State::invalid) return;
        const Column& shape = vocabulary_.tables[table].columns[column];
        std::vector<std::string> known;
        if (shape.type == ColumnType::choice) known = vocabulary_.choices[shape.choices].options;
        problems_.push_back({Code::value_not_of_type,
                             fact.span,
                             {fact.value, shape.name},
                             suggestion(fact.value, known)});
    }

    std::optional<ChildId> child_of(const Table& shape, const std::string& name) const {
        if (const auto exact = shape.child(name)) return exact;
        std::optional<ChildId> found;
        for (ChildId i = 0; i < shape.children.size(); ++i) {
            const TableId of = shape.children[i].table;
            if (of == no_table || vocabulary_.tables[of].element != name) continue;
            if (found) return std::nullopt;
            found = i;
        }
        return found;
    }

    std::vector<std::string> names(const Table& shape) const {
        std::vector<std::string> all;
        for (const auto& column : shape.columns) all.push_back(column.name);
        for (const auto& child : shape.children) {
            all.push_back(child.name);
            if (child.table != no_table) all.push_back(vocabulary_.tables[child.table].element);
        }
        return all;
    }

    const Vocabulary& vocabulary_;
    FactsBuilder& facts_;
    Diagnostics& problems_;
    std::map<TableId, RowIndex> owners_;
};

}  // namespace

void read_test_facts(const ast::Test& test, const Vocabulary& vocabulary, FactsBuilder& facts,
                     Diagnostics& problems) {
    Reader(vocabulary, facts, problems).read(test);
}

}  // namespace toets
