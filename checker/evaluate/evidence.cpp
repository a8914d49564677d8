#include "checker/evaluate/evidence.h"

#include <algorithm>
#include <limits>

#include "checker/text/ascii.h"

namespace toets {

const DocumentAnswers* answers_for(const Documents* documents, TableId table, RowIndex row) {
    if (documents == nullptr) return nullptr;
    for (const DocumentEvidence& each : *documents)
        if (each.table == table && row < each.rows.size() && each.rows[row])
            return &*each.rows[row];
    return nullptr;
}

DocumentAnswers answers_of(std::string file, const Document& document, const TopicSearch& search) {
    DocumentAnswers made;
    made.file = std::move(file);
    made.readable = document.readable;
    if (!document.readable) return made;
    made.complete = document.pages_without_text.empty();
    made.topics = search.search(document);
    made.searched.push_back(
        {made.file, document.pages, document.blocks.size(), document.pages_without_text});
    for (const Block& block : document.blocks) {
        TextPlace& place = made.places.emplace_back();
        place.begin = made.text.size();
        place.passage.page = block.page;
        place.passage.line = block.line;
        place.passage.from_ocr = block.from_ocr;
        made.text += block.text + ' ';
    }
    made.folded_text = in_small_letters(made.text);
    return made;
}

int worth(Grade grade) {
    switch (grade) {
        case Grade::content:
            return 7;
        case Grade::pointer:
            return 6;
        case Grade::unreadable:
            return 5;
        case Grade::negated:
            return 4;
        case Grade::outdated:
            return 3;
        case Grade::mention:
            return 2;
        case Grade::heading_only:
            return 1;
        case Grade::not_found:
            break;
    }
    return 0;
}

namespace {

/// A passage that is not the best of all pieces is the nearest after it.
constexpr int closest = std::numeric_limits<int>::max();

/// The near misses of both, with the passage that the lesser grade rests on.
std::vector<NearMiss> near_misses_of(const TopicEvidence& better, const TopicEvidence& lesser) {
    if (better.grade == Grade::content) return {};
    std::vector<NearMiss> all = better.near_misses;
    if (!lesser.best.quote.empty()) all.push_back({lesser.best, closest, lesser.file});
    all.insert(all.end(), lesser.near_misses.begin(), lesser.near_misses.end());
    std::stable_sort(all.begin(), all.end(), [](const NearMiss& a, const NearMiss& b) {
        return a.closeness > b.closeness;
    });
    all.resize(std::min(all.size(), near_misses_max));
    return all;
}

void merge(TopicEvidence& into, const TopicEvidence& more) {
    for (std::size_t i = 0; i < into.parts.size(); ++i)
        if (!into.parts[i].found && more.parts[i].found) into.parts[i] = more.parts[i];
    for (std::size_t i = 0; i < into.values.size(); ++i)
        into.values[i].insert(into.values[i].end(), more.values[i].begin(), more.values[i].end());
    if (more.also_outdated && !into.also_outdated) {
        into.also_outdated = true;
        into.outdated_passage = more.outdated_passage;
    }
    const bool better = worth(more.grade) > worth(into.grade);
    into.near_misses = better ? near_misses_of(more, into) : near_misses_of(into, more);
    if (!better) return;
    into.grade = more.grade;
    into.best = more.best;
    into.file = more.file;
}

/// Writes the name of the piece at all that was found in it.
void name_file(DocumentAnswers& piece) {
    for (TopicEvidence& topic : piece.topics) {
        topic.file = piece.file;
        for (PartEvidence& part : topic.parts) part.file = piece.file;
        for (auto& stated : topic.values)
            for (StatedValue& each : stated) each.file = piece.file;
        for (NearMiss& near : topic.near_misses) near.file = piece.file;
    }
    for (TextPlace& place : piece.places) place.file = piece.file;
}

}  // namespace

DocumentAnswers combined(std::vector<DocumentAnswers> pieces) {
    if (pieces.size() == 1) return std::move(pieces.front());
    DocumentAnswers made;
    bool all_read = true;
    for (DocumentAnswers& piece : pieces) {
        made.file += (made.file.empty() ? "" : ", ") + piece.file;
        all_read = all_read && piece.readable;
        made.complete = made.complete && piece.readable && piece.complete;
        if (!piece.readable) continue;
        name_file(piece);
        for (TextPlace& place : piece.places) place.begin += made.text.size();
        made.places.insert(made.places.end(), piece.places.begin(), piece.places.end());
        made.text += piece.text;
        made.folded_text += piece.folded_text;
        made.searched.insert(made.searched.end(), piece.searched.begin(), piece.searched.end());
        if (!made.readable)
            made.topics = std::move(piece.topics);
        else
            for (std::size_t i = 0; i < made.topics.size(); ++i)
                merge(made.topics[i], piece.topics[i]);
        made.readable = true;
    }
    if (!all_read)
        for (TopicEvidence& topic : made.topics)
            if (topic.grade != Grade::content) topic.grade = Grade::unreadable;
    return made;
}

Documents documents_of(const Facts& facts, const RuleBook& book, const AskFile& ask) {
    Documents all;
    for (const DocumentColumn& column : book.documents) {
        const RowIndex count = facts.tables[column.table].count;
        std::vector<std::vector<DocumentAnswers>> pieces(count);
        const auto read = [&](TableId table, ColumnId file, bool is_piece) {
            if (table == no_table) return;
            const TableRows& rows = facts.tables[table];
            const ColumnValues& names = rows.columns[file];
            for (RowIndex row = 0; row < rows.count; ++row) {
                if (names.states[row] != State::known) continue;
                if (auto answers = ask(std::string(names.texts[row]), rows.offset[row]))
                    pieces[is_piece ? rows.parent[row] : row].push_back(std::move(*answers));
            }
        };
        read(column.table, column.file, false);
        read(column.piece_table, column.piece_file, true);
        DocumentEvidence& evidence = all.emplace_back();
        evidence.table = column.table;
        evidence.rows.resize(count);
        for (RowIndex row = 0; row < count; ++row)
            if (!pieces[row].empty()) evidence.rows[row] = combined(std::move(pieces[row]));
    }
    return all;
}

}  // namespace toets
