// The typed concepts of the rule files as a tree of tables: what a dossier can state, and where.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checker/diagnostics/diagnostics.h"
#include "checker/language/ast.h"

namespace toets {

/// A table's number in its Vocabulary; 0 is the root.
using TableId = std::uint32_t;
/// A column's or child's number in its table.
using ColumnId = std::uint32_t;
using ChildId = std::uint32_t;
/// A choice list's number in its Vocabulary.
using ChoiceId = std::uint32_t;

inline constexpr TableId no_table = 0xFFFFFFFF;
inline constexpr ColumnId no_column = 0xFFFFFFFF;

enum class ColumnType { text, number, truth, date, school_year, duration, choice, reference };

/// The options of a keuzelijst in the order written; an alias names the same option.
struct ChoiceList {
    std::string name;  ///< empty for a list written at its kenmerk
    std::vector<std::string> options;
    std::vector<std::pair<std::string, std::int32_t>> aliases;

    /// The option's number by name or alias; -1 when there is none.
    std::int32_t find(std::string_view word) const;
};

/// A kenmerk with one value per row.
struct Column {
    std::string name, label;
    ColumnType type = ColumnType::text;
    ChoiceId choices = 0;        ///< of a choice
    Unit unit = Unit::days;      ///< of a duration
    TableId target = no_table;   ///< of a reference
    std::string target_concept;  ///< of a reference
    bool required = false, confidential = false;
    bool planned = false;         ///< a date that may lie after the peildatum
    bool lifts_burden = false;    ///< when it holds, silence of the dossier proves nothing
    bool absent_is_none = false;  ///< not stated means: has not happened, has no end
    std::string pattern;          ///< ECMAScript regular expression, or empty
    std::string example;          ///< a text of that form, to show; or empty
    Span span;
};

/// A kenmerk that holds rows of another table.
struct Child {
    std::string name;
    std::string label;  ///< how a reader calls it; the name where none is given
    TableId table = no_table;
    bool single = false;  ///< `een X`: at most one row
    bool required = false;
    bool absent_is_none = false;  ///< not stated means: there is none
};

/// One concept at one place in the tree. A concept that two others contain has two tables.
struct Table {
    std::string concept_name;
    std::string element;  ///< the concept's name in lower case: XML element and variable
    std::string label;
    TableId parent = no_table;
    ChildId slot = 0;  ///< which child of the parent this is
    std::vector<Column> columns;
    std::vector<Child> children;
    ColumnId event = no_column;  ///< the date on which a row happened
    ColumnId key = no_column;
    Span span;

    ColumnId column(std::string_view name) const;
    std::optional<ChildId> child(std::string_view name) const;
};

struct Vocabulary {
    std::vector<Table> tables;  ///< parents before children
    std::vector<ChoiceList> choices;

    const Table& root() const { return tables.front(); }
    /// Whether its owner has at most one of it, by a kenmerk with `een`.
    bool is_single(TableId table) const {
        const TableId owner = tables[table].parent;
        return owner != no_table && tables[owner].children[tables[table].slot].single;
    }
    /// All tables of a concept, by its name or its element.
    std::vector<TableId> tables_of(std::string_view concept_name) const;
    /// Whether `ancestor` is `table` or contains it.
    bool contains(TableId ancestor, TableId table) const;
};

/// `Opp` to `opp`: the name of a concept's element and variable.
std::string element_name(std::string_view concept_name);

/// The vocabulary of all files together. Double names, unknown concepts, several roots and
/// concepts that contain themselves are appended to `problems`; with errors the result is partial
/// but safe to use.
Vocabulary make_vocabulary(std::span<const ast::File> files, Diagnostics& problems);

}  // namespace toets
