// Reference pages for people, made from the rules: a page per rule, an index per article and a
// glossary, as Markdown.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "checker/diagnostics/diagnostics.h"
#include "checker/rulebook/rulebook.h"

namespace toets {

/// What the pages are made from; `folder` is what the names of sources are shown relative to.
struct PageInput {
    std::span<const ast::File> files;  ///< with their tests
    const Sources& sources;
    const Vocabulary& vocabulary;
    const RuleBook& book;
    std::filesystem::path folder;
    UserLanguage language = UserLanguage::nl;
};

/// A page by its path below the folder for pages, with the whole of its text.
struct Page {
    std::string path, text;
};

/// All pages, in the order of their paths; the same rules always make the same pages.
std::vector<Page> reference_pages(const PageInput& input);

}  // namespace toets
