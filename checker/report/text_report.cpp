// The report as a colleague's note: worst first, by pupil or document.
#include <algorithm>
#include <map>
#include <span>

#include "checker/findings/value_text.h"
#include "checker/report/evidence.h"
#include "checker/report/filled.h"
#include "checker/report/obligations.h"
#include "checker/report/searched.h"
#include "checker/report/text_page.h"

namespace toets {
namespace {

constexpr std::size_t evidence_shown_max = 6;
constexpr std::size_t rows_told_max = 6;
constexpr std::size_t held_up_min = 2;  // what holds up less is no place to begin

class TextReport {
  public:
    TextReport(const DossierReport& report, const RuleContext& rules, bool colours)
        : report_(report), rules_(rules), page_(colours) {
        for (const Explanation& each : report.explanations) {
            const Finding& finding = each.finding;
            if (finding.outcome == Outcome::blocked && finding.blocked_by != no_rule)
                waiting_[{finding.blocked_by, finding.blocked_row}].push_back(&each);
            if (finding.outcome == Outcome::violated || finding.outcome == Outcome::unknown)
                roots_.emplace(Obligation(finding.rule, finding.row), &each);
        }
    }

    std::string write() {
        if (!report_.readable) {
            heading(report_.path);
            paragraph(2, "", phrase(Phrase::unreadable, rules_.language));
            problems();
            return page_.made();
        }
        const std::string name = row_title(0, 0, report_, rules_);
        heading(filled(Phrase::title, rules_.language, name,
                       date_text(report_.peildatum, rules_.language)));
        line(filled(Phrase::row_of, rules_.language, phrase(Phrase::file, rules_.language),
                    report_.path));
        line("");
        first_fixes();
        groups();
        pending();
        if (!report_.problems.empty()) {
            heading(phrase(Phrase::data_title, rules_.language));
            problems();
            line("");
        }
        summary();
        return page_.made();
    }

  private:
    void line(const std::string& text) { page_.line(text); }
    void heading(const std::string& text) { page_.heading(text); }
    void paragraph(std::size_t indent, const std::string& label, const std::string& text) {
        page_.paragraph(indent, label, text);
    }

    const Rule& rule(const Finding& finding) const { return rules_.book.rules[finding.rule]; }
    const Part& part(const Finding& finding) const { return rule(finding).parts[finding.part]; }
    Group group(const Finding& finding) const {
        return group_of(rule(finding).subject_table, finding.row, report_, rules_);
    }

    /// Small is worse: an error that is violated first, what is met last.
    int rank(const Finding& finding) const {
        return static_cast<int>(finding.outcome) * 3 + 2 - static_cast<int>(part(finding).severity);
    }

    /// "OVERTREDING: text".
    void marked(const Finding& finding, const std::string& text) {
        const Severity severity = part(finding).severity;
        const Colour colour = finding.outcome != Outcome::violated ? Colour::blue
                              : severity == Severity::error        ? Colour::red
                                                                   : Colour::yellow;
        page_.marked(2, colour, phrase(outcome_phrase(finding.outcome, severity), rules_.language),
                     text);
    }

    std::string id(const Finding& finding) const {
        const Part& of = part(finding);
        return rule(finding).id + (of.name.empty() ? "" : "/" + of.name);
    }

    /// The three obligations that most others rest on, of equals first what is repaired first.
    void first_fixes() {
        const Obligations obligations = obligations_of(report_, rules_);
        std::vector<std::pair<std::size_t, const Explanation*>> roots;
        for (const std::size_t number :
             repair_order(obligations.all.size(), obligations.rests_on)) {
            const auto found = roots_.find(obligations.all[number]);
            const auto waiting = waiting_.find(obligations.all[number]);
            if (found == roots_.end() || waiting == waiting_.end()) continue;
            if (waiting->second.size() >= held_up_min)
                roots.emplace_back(waiting->second.size(), found->second);
        }
        if (roots.empty()) return;
        std::stable_sort(roots.begin(), roots.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        roots.resize(std::min<std::size_t>(roots.size(), 3));
        heading(phrase(Phrase::first_fixes, rules_.language));
        for (const auto& [waiting, root] : roots) {
            const Group where = group(root->finding);
            paragraph(2, "",
                      filled(Phrase::fix_line, rules_.language,
                             row_title(where.table, where.row, report_, rules_),
                             full_title(rule(root->finding), part(root->finding), rules_.language),
                             waiting));
        }
        line("");
    }

    void groups() {
        std::map<Group, std::vector<const Explanation*>> by_group;
        for (const Explanation& each : report_.explanations) {
            const Outcome outcome = each.finding.outcome;
            if (outcome == Outcome::violated || outcome == Outcome::unknown ||
                outcome == Outcome::judgement)
                by_group[group(each.finding)].push_back(&each);
        }
        if (by_group.empty()) {
            line(phrase(Phrase::all_kept, rules_.language));
            line("");
        }
        std::vector<std::pair<Group, std::vector<const Explanation*>>> sorted(by_group.begin(),
                                                                              by_group.end());
        for (auto& [where, all] : sorted)
            std::stable_sort(all.begin(), all.end(),
                             [&](const Explanation* a, const Explanation* b) {
                                 return rank(a->finding) < rank(b->finding);
                             });
        std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
            return rank(a.second.front()->finding) < rank(b.second.front()->finding);
        });
        for (const auto& [where, all] : sorted) {
            heading(row_title(where.table, where.row, report_, rules_));
            for (const Explanation* each : all)
                if (each->finding.outcome != Outcome::unknown) finding(*each);
            undecided(all);
            line("");
        }
    }

    void list(Phrase label, const std::vector<std::string>& texts) {
        page_.list(phrase(label, rules_.language), texts);
    }

    void finding(const Explanation& each) {
        const Finding& found = each.finding;
        const Part& of = part(found);
        const UserLanguage language = rules_.language;
        marked(found, full_title(rule(found), of, language) + " [" + id(found) + "]");
        if (found.outcome == Outcome::violated) {
            paragraph(4, "", each.message);
            const auto evidence = evidence_of(each, evidence_shown_max);
            list(Phrase::evidence, reading_texts(evidence, report_, rules_));
            near(evidence, !each.remedy.empty());
            list(Phrase::facts, reading_texts(each.shown, report_, rules_));
            if (of.burden_of_proof)
                list(Phrase::missing, reading_texts(each.missing, report_, rules_));
        } else if (found.outcome == Outcome::judgement) {
            paragraph(4, phrase(Phrase::question, language), each.question);
            list(Phrase::facts, reading_texts(each.shown, report_, rules_));
        }
        sources(each);
        if (found.outcome == Outcome::violated && !each.remedy.empty()) {
            paragraph(4, phrase(Phrase::todo, language), each.remedy);
            if (of.urgency != Urgency::unstated)
                paragraph(4, phrase(Phrase::when, language),
                          phrase(of.urgency == Urgency::now ? Phrase::now : Phrase::next_edition,
                                 language));
        }
        waiting({&each});
    }

    /// Of what was sought in a document and is not there: what came near, and what to write about.
    /// A title alone says nothing beside a remedy.
    void near(const std::vector<Reading>& evidence, bool has_remedy) {
        std::vector<std::string> places;
        std::vector<std::string> topics;
        const auto add = [](std::vector<std::string>& to, std::string text) {
            if (!text.empty() && std::find(to.begin(), to.end(), text) == to.end())
                to.push_back(std::move(text));
        };
        for (const Reading& each : evidence) {
            for (std::string& text : near_texts(each, rules_.language))
                add(places, std::move(text));
            const Wanted wanted = wanted_by(each, rules_);
            if (!has_remedy || wanted.figure || !wanted.parts.empty())
                add(topics, wanted_text(wanted, rules_.language));
        }
        list(Phrase::near_misses, places);
        list(Phrase::write_about, topics);
    }

    /// What can't be decided: rules that miss the same facts are told together.
    void undecided(const std::vector<const Explanation*>& all) {
        std::vector<std::pair<std::vector<std::string>, std::vector<const Explanation*>>>
            by_missing;
        for (const Explanation* each : all) {
            if (each->finding.outcome != Outcome::unknown) continue;
            auto missing = reading_texts(each->missing, report_, rules_);
            const auto same =
                std::find_if(by_missing.begin(), by_missing.end(),
                             [&](const auto& other) { return other.first == missing; });
            if (same != by_missing.end())
                same->second.push_back(each);
            else
                by_missing.emplace_back(std::move(missing), std::vector{each});
        }
        for (const auto& [missing, undecided] : by_missing) {
            for (const UndecidedRule& each : by_rule(undecided)) undecided_rule(each);
            list(Phrase::missing, missing);
            waiting(undecided);
        }
    }

    /// Parts of one rule that can't be decided of the same rows.
    struct UndecidedRule {
        std::vector<const Finding*> parts;
        std::vector<RowIndex> rows;
    };

    std::vector<UndecidedRule> by_rule(const std::vector<const Explanation*>& all) const {
        std::vector<UndecidedRule> parts;
        for (const Explanation* each : all) {
            const Finding& found = each->finding;
            const auto known = std::find_if(parts.begin(), parts.end(), [&](const auto& other) {
                return other.parts.front()->rule == found.rule &&
                       other.parts.front()->part == found.part;
            });
            if (known == parts.end())
                parts.push_back({{&found}, {found.row}});
            else
                known->rows.push_back(found.row);
        }
        std::vector<UndecidedRule> made;
        for (UndecidedRule& each : parts) {
            const auto same = std::find_if(made.begin(), made.end(), [&](const auto& other) {
                return other.parts.front()->rule == each.parts.front()->rule &&
                       other.rows == each.rows;
            });
            if (same == made.end())
                made.push_back(std::move(each));
            else
                same->parts.push_back(each.parts.front());
        }
        return made;
    }

    /// The parts that can't be decided, and of which rows where that isn't the group itself.
    void undecided_rule(const UndecidedRule& each) {
        const Finding& first = *each.parts.front();
        std::string title = full_title(rule(first), part(first), rules_.language);
        std::string ids = id(first);
        for (const Finding* other : std::span(each.parts).subspan(1)) {
            title += "; " + part(*other).title;
            ids += ", " + part(*other).name;
        }
        marked(first, title + " [" + ids + "]");
        const TableId table = rule(first).subject_table;
        if (group(first).table == table) return;
        const std::size_t told = std::min(each.rows.size(), rows_told_max);
        std::string rows;
        for (std::size_t i = 0; i < told; ++i)
            rows += (i == 0 ? "" : ", ") + row_title(table, each.rows[i], report_, rules_);
        if (each.rows.size() > told)
            rows += ", " + filled(Phrase::more_rows, rules_.language, each.rows.size() - told);
        paragraph(4, phrase(Phrase::about, rules_.language), rows);
    }

    /// What waits for these findings to be mended, each once.
    void waiting(const std::vector<const Explanation*>& roots) {
        std::vector<std::string> titles;
        for (const Explanation* root : roots) {
            const auto found = waiting_.find({root->finding.rule, root->finding.row});
            if (found == waiting_.end()) continue;
            for (const Explanation* after : found->second) {
                std::string title =
                    full_title(rule(after->finding), part(after->finding), rules_.language);
                if (std::find(titles.begin(), titles.end(), title) == titles.end())
                    titles.push_back(std::move(title));
            }
        }
        list(Phrase::follows, titles);
    }

    void sources(const Explanation& each) {
        std::string text;
        for (const std::uint32_t cited : each.citations) {
            if (!text.empty()) text += "; ";
            text += citation_text(part(each.finding).citations[cited], rules_.language);
        }
        if (part(each.finding).certainty != Certainty::high)
            text += std::string(" (") + phrase(Phrase::source_unconfirmed, rules_.language) + ")";
        paragraph(4, phrase(Phrase::source, rules_.language), text);
        std::vector<std::string> agreed;
        for (const std::uint32_t each_agreed : part(each.finding).agreed)
            agreed.push_back(agreement_text(rules_.book.parameters[each_agreed], rules_));
        list(Phrase::agreement, agreed);
    }

    void pending() {
        std::vector<const Explanation*> all;
        for (const Explanation& each : report_.explanations)
            if (each.finding.outcome == Outcome::pending) all.push_back(&each);
        if (all.empty()) return;
        std::stable_sort(all.begin(), all.end(), [](const Explanation* a, const Explanation* b) {
            return a->finding.due.value_or(last_date) < b->finding.due.value_or(last_date);
        });
        heading(phrase(Phrase::pending_title, rules_.language));
        for (std::size_t i = 0; i < all.size();) {
            // the same term of several pupils is one line
            const Finding& first = all[i]->finding;
            std::string whom;
            for (; i < all.size() && all[i]->finding.due == first.due &&
                   all[i]->finding.rule == first.rule && all[i]->finding.part == first.part;
                 ++i) {
                const Group where = group(all[i]->finding);
                whom +=
                    (whom.empty() ? "" : ", ") + row_title(where.table, where.row, report_, rules_);
            }
            const std::string what = full_title(rule(first), part(first), rules_.language);
            paragraph(2, "",
                      first.due ? filled(Phrase::pending_by, rules_.language,
                                         date_text(*first.due, rules_.language), what, whom)
                                : filled(Phrase::pending_open, rules_.language, what, whom));
        }
        line("");
    }

    /// What a program wrote wrong, it wrote wrong everywhere: of a kind the first are told, and the
    /// others counted.
    void problems() {
        constexpr std::size_t told_of_a_kind = 20;
        std::map<Code, std::size_t> of_a_kind;
        Diagnostics told;
        for (const Diagnostic& each : report_.problems)
            if (++of_a_kind[each.code] <= told_of_a_kind) told.push_back(each);
        page_.raw(render_without_text(told, *report_.sources, rules_.language));
        for (const auto& [code, count] : of_a_kind)
            if (count > told_of_a_kind)
                paragraph(0, "",
                          filled(Phrase::more_problems, rules_.language, count - told_of_a_kind,
                                 name(code)));
    }

    void summary() {
        const Counts all = counts(rules_.book, report_.evaluation);
        const UserLanguage language = rules_.language;
        heading(phrase(Phrase::counts_title, language));
        const auto tell = [&](const std::string& text) { line("  " + text); };
        tell(filled(Phrase::count_violated, language, all.violations(), all.violated[2],
                    all.violated[1], all.violated[0]));
        tell(filled(Phrase::count_worst, language, all.violations() + all.unknown + all.blocked));
        if (all.pending > 0 && all.first_due)
            tell(filled(Phrase::count_pending, language, all.pending,
                        date_text(*all.first_due, language)));
        else if (all.pending > 0)
            tell(filled(Phrase::count_pending_open, language, all.pending));
        if (all.judgement > 0) tell(filled(Phrase::count_judgement, language, all.judgement));
        if (all.blocked > 0) tell(filled(Phrase::count_blocked, language, all.blocked));
        tell(filled(Phrase::count_met, language, all.met, all.excepted));
        if (report_.beyond_document > 0)
            tell(filled(Phrase::count_beyond, language, report_.beyond_document));
        if (all.unknown > 0 && !report_.options_left.empty())
            tell(filled(Phrase::tell_more, language, fmt::join(report_.options_left, ", ")));
    }

    const DossierReport& report_;
    const RuleContext& rules_;
    TextPage page_;
    /// What can't be judged before this is in order, and the first that is told of it.
    std::map<Obligation, std::vector<const Explanation*>> waiting_;
    std::map<Obligation, const Explanation*> roots_;
};

}  // namespace

std::string text_report(const DossierReport& report, const RuleContext& rules, bool colours) {
    return TextReport(report, rules, colours).write();
}

}  // namespace toets
