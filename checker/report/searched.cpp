#include "checker/report/searched.h"

#include <algorithm>

#include "checker/report/filled.h"

namespace toets {
namespace {

constexpr std::size_t unread_pages_shown_max = 12;

/// "79 bladzijden, waarvan niet gelezen: 3, 4".
std::string amount(const SearchedFile& file, UserLanguage language) {
    if (file.pages == 0)
        return file.passages == 1 ? phrase(Phrase::one_passage, language)
                                  : filled(Phrase::passage_count, language, file.passages);
    std::string all = file.pages == 1 ? phrase(Phrase::one_page, language)
                                      : filled(Phrase::page_count, language, file.pages);
    if (file.unread_pages.empty()) return all;
    std::string unread;
    for (std::size_t i = 0; i < file.unread_pages.size(); ++i) {
        if (i == unread_pages_shown_max) {
            unread += ", …";
            break;
        }
        unread += (i > 0 ? ", " : "") + std::to_string(file.unread_pages[i]);
    }
    return filled(Phrase::pages_unread, language, all, unread);
}

}  // namespace

std::string passage_place(const Passage& passage, UserLanguage language) {
    std::string text;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
    if (passage.page != 0)
        add(filled(Phrase::at_page, language, passage.page));
    else if (passage.line != 0)
        add(filled(Phrase::at_line, language, passage.line));
    if (passage.from_ocr) add(phrase(Phrase::from_ocr, language));
    if (!passage.heading_path.empty()) add(passage.heading_path);
    return text + (text.empty() ? "“" : ": “") + passage.quote + "”";
}

std::string sought_text(const Sought& sought, UserLanguage language) {
    if (sought.pattern.empty()) return sought.about;
    if (sought.about == "“”") return phrase(Phrase::of_this_form, language);
    return filled(Phrase::other_than, language, sought.about);
}

std::string searched_text(const std::vector<SearchedFile>& files, UserLanguage language) {
    if (files.size() == 1) return amount(files.front(), language);
    std::string text;
    for (const SearchedFile& file : files)
        text += (text.empty() ? "" : "; ") + file.name + ", " + amount(file, language);
    return text;
}

std::vector<NearMiss> nearest_to(const Reading& reading) {
    if (reading.passage() == nullptr) return {};
    const TopicEvidence& found = *reading.passage();
    if (found.grade != Grade::not_found && found.grade != Grade::unreadable &&
        found.grade != Grade::mention)
        return {};
    std::vector<NearMiss> near;
    // of a part that is not there: where its topic is
    if (found.grade == Grade::not_found && !found.best.quote.empty())
        near.push_back({found.best, 0, found.file});
    for (const NearMiss& each : found.near_misses)
        if (near.size() < near_misses_max) near.push_back(each);
    return near;
}

std::vector<std::string> near_texts(const Reading& reading, UserLanguage language) {
    std::vector<std::string> texts;
    for (const NearMiss& each : nearest_to(reading))
        texts.push_back((each.file.empty() ? "" : each.file + ", ") +
                        passage_place(each.passage, language));
    return texts;
}

Wanted wanted_by(const Reading& reading, const RuleContext& rules) {
    Wanted wanted;
    if (reading.passage() == nullptr || reading.state != State::known) return wanted;
    const Sought& sought = *reading.sought;
    const TopicEvidence& found = *sought.found;
    if (!sought.topic || found.grade == Grade::content || found.grade == Grade::unreadable)
        return wanted;
    const Topic& topic = rules.book.topics[*sought.topic];
    wanted.title = topic.title;
    if (sought.topic_part) {
        const TopicPart& part = topic.parts[*sought.topic_part];
        wanted.parts.push_back(part.title);
        wanted.figure = part.number_required;
        return wanted;
    }
    for (std::size_t i = 0; i < topic.parts.size() && i < found.parts.size(); ++i)
        if (!found.parts[i].found) wanted.parts.push_back(topic.parts[i].title);
    wanted.figure = topic.number_required;
    return wanted;
}

std::string wanted_text(const Wanted& wanted, UserLanguage language) {
    std::string with;
    const auto add = [&](const std::string& more) { with += (with.empty() ? "" : "; ") + more; };
    for (const std::string& part : wanted.parts) add(part);
    if (wanted.figure) add(phrase(Phrase::a_figure, language));
    return with.empty() ? wanted.title : filled(Phrase::topic_with, language, wanted.title, with);
}

}  // namespace toets
