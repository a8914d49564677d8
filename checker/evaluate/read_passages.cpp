// What a condition on a document read: the passage that its answer rests on.
#include <algorithm>

#include "checker/evaluate/reader.h"

namespace toets {
namespace {

/// The passage of a topic, or of one part of it.
TopicEvidence treated(const DocumentAnswers& answers, const Node& of) {
    const TopicEvidence& found = answers.topics[of.index];
    if (of.topic_part == whole_topic) return found;
    const PartEvidence& part = found.parts[of.topic_part];
    TopicEvidence made;
    if (part.found) {
        made.grade = Grade::content;
        made.best = part.passage;
        made.file = part.file;
    } else {
        made.grade = found.grade == Grade::unreadable ? Grade::unreadable : Grade::not_found;
        made.best = found.best;
        made.near_misses = found.near_misses;
        made.file = found.file;
    }
    return made;
}

/// The words around the place where the text stands.
TopicEvidence quoted(const DocumentAnswers& answers, const Mention& mention) {
    constexpr std::size_t around = 60;
    TopicEvidence made;
    if (mention.truth == Truth::unknown) made.grade = Grade::unreadable;
    if (mention.truth != Truth::yes) return made;
    made.grade = Grade::mention;
    const std::string& text = answers.text;
    const std::size_t at = mention.at;
    const std::size_t before = at < around ? 0 : text.find(' ', at - around);
    const std::size_t after = text.rfind(' ', std::min(text.size(), at + mention.length + around));
    const std::size_t first = std::min(before, at);
    const auto place = std::prev(std::upper_bound(
        answers.places.begin(), answers.places.end(), at,
        [](std::size_t offset, const TextPlace& each) { return offset < each.begin; }));
    made.best = place->passage;
    made.file = place->file;
    made.best.quote = text.substr(first, std::max(after, at + mention.length) - first);
    return made;
}

}  // namespace

/// The values that a document states, each with its passage, and what they are held against.
void Reader::read_values(const Node& of, FrameId frame, std::size_t position,
                         std::vector<Reading>& out) const {
    Reading made;
    made.table = of.table;
    made.row = row(of.args[0], frame, position);
    made.state = State::not_supplied;
    const DocumentAnswers* answers = answers_for(input_.documents, made.table, made.row);
    if (of.op == Op::states_other) readings(of.args[1], frame, position, out);
    const std::string& title = book_.topics[of.index].values[of.topic_value].title;
    if (answers == nullptr || !answers->readable) {
        if (answers != nullptr) made.state = State::invalid;
        made.sought = std::make_shared<const Sought>(Sought{.about = title});
        return out.push_back(std::move(made));
    }
    const NodeId at = of.op == Op::states_other ? of.args[1] : of.args[0];
    const Conflict found = machine_.conflict(of, machine_.position(at, frame, position), *answers);
    made.state = State::known;
    made.value = answers->file;
    Sought sought{.about = title};
    TopicEvidence& passage = sought.found.emplace();
    if (found.stated.empty()) {
        if (!answers->complete) passage.grade = Grade::unreadable;
        made.sought = std::make_shared<const Sought>(std::move(sought));
        return out.push_back(std::move(made));
    }
    passage.grade = Grade::content;
    for (const StatedValue& each : found.stated) {
        sought.about = title + ": " + each.text;
        passage.best = each.passage;
        passage.file = each.file;
        if (!each.file.empty()) made.value = each.file;
        made.sought = std::make_shared<const Sought>(sought);
        out.push_back(made);
    }
}

void Reader::read_document(const Node& of, FrameId frame, std::size_t position,
                           std::vector<Reading>& out) const {
    Reading made;
    made.table = of.table;
    made.row = row(of.args[0], frame, position);
    made.state = State::not_supplied;
    Sought sought;
    const bool mentions = of.op != Op::treats;
    if (mentions) {
        sought.about = "“" + value(of.args[1], frame, position) + "”";
        if (of.op == Op::mentions_other) sought.pattern = of.text;
    } else {
        const Topic& topic = book_.topics[of.index];
        sought.topic = of.index;
        sought.about = topic.title;
        if (of.topic_part != whole_topic) {
            sought.topic_part = of.topic_part;
            sought.about += ": " + topic.parts[of.topic_part].title;
        }
    }
    if (const DocumentAnswers* answers = answers_for(input_.documents, made.table, made.row)) {
        made.value = answers->file;
        made.state = answers->readable ? State::known : State::invalid;
        sought.searched = answers->searched;
        if (answers->readable)
            sought.found =
                mentions ? quoted(*answers,
                                  machine_.mention(
                                      of, machine_.position(of.args[1], frame, position), *answers))
                         : treated(*answers, of);
        if (sought.found && !sought.found->file.empty()) made.value = sought.found->file;
    }
    made.sought = std::make_shared<const Sought>(std::move(sought));
    out.push_back(std::move(made));
}

}  // namespace toets
