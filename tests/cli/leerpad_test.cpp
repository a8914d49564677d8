// The tutorial can be followed: what its reader does is done here, and what it promises is
// compared.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/cli/run_toets.h"

namespace toets::tests {

namespace {

namespace fs = std::filesystem;

/// A fenced block of the tutorial: what it is, the file that it is about, and what to do with it.
struct Step {
    std::string kind, file, deed;
    std::vector<std::string> lines;
    std::string told;  ///< the prose before it
    int line = 0;
};

/// The word after `at`, and moves there.
std::string next_word(const std::string& text, std::size_t& at) {
    const std::size_t from = std::min(text.find_first_not_of(' ', at), text.size());
    at = std::min(text.find(' ', from), text.size());
    return text.substr(from, at - from);
}

std::vector<Step> steps() {
    std::vector<Step> found;
    std::istringstream page(read_file(source_root() / "docs/leerpad.md"));
    bool inside = false;
    std::string told;
    int number = 0;
    for (std::string line; std::getline(page, line);) {
        ++number;
        if (line.starts_with("```") && !inside) {
            std::size_t at = 3;
            Step step;
            step.kind = next_word(line, at);
            step.file = next_word(line, at);
            step.deed = line.substr(std::min(at + 1, line.size()));
            step.told = std::move(told);
            step.line = number;
            found.push_back(step);
            told.clear();
            inside = true;
        } else if (line == "```") {
            inside = false;
        } else if (inside) {
            found.back().lines.push_back(line);
        } else {
            told += line + " ";
        }
    }
    CHECK(!inside);
    return found;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

/// The folder of a reader: the rules and the program are there, and nothing else.
class Desk {
  public:
    Desk() : folder_(fs::temp_directory_path() / ("toets-leerpad-" + std::to_string(getpid()))) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        fs::create_directory_symlink(source_root() / "rules", folder_ / "rules");
        fs::create_directory_symlink(TOETS_BINARY_DIR, folder_ / "build");
    }
    ~Desk() { fs::remove_all(folder_); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void take(const Step& step) {
        if (step.kind == "console") return type(step);
        if (step.file.empty()) return;
        CHECK_MESSAGE(step.told.find("`" + step.file + "`") != std::string::npos,
                      "the reader isn't told which file this is");
        if (step.kind == "diff") return change(step);
        if (step.deed == "staat er") {
            CHECK(read_file(folder_ / step.file) == joined(step.lines));
            return;
        }
        REQUIRE((step.deed.empty() || step.deed == "erbij"));
        const bool more = !step.deed.empty();
        CHECK_MESSAGE((!more || step.told.find("onder aan") != std::string::npos),
                      "the reader isn't told to add it at the end");
        write(step.file, (more ? read_file(folder_ / step.file) : "") + joined(step.lines));
    }

  private:
    void write(const std::string& file, const std::string& text) const {
        fs::create_directories((folder_ / file).parent_path());
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }

    void change(const Step& step) const {
        std::string before;
        std::string after;
        for (const std::string& line : step.lines) {
            REQUIRE(!line.empty());
            if (line.front() != '+') before += line.substr(1) + "\n";
            if (line.front() != '-') after += line.substr(1) + "\n";
        }
        std::string text = read_file(folder_ / step.file);
        const std::size_t at = text.find(before);
        REQUIRE(at != std::string::npos);
        CHECK(text.find(before, at + 1) == std::string::npos);
        write(step.file, text.replace(at, before.size(), after));
    }

    /// An alias that the reader made stays; each command is typed in the same folder.
    void type(const Step& step) {
        std::string out;
        std::string shown;
        for (const std::string& line : step.lines) {
            if (!line.starts_with("$ ")) {
                shown += line + "\n";
                continue;
            }
            compare(out, shown);
            shown.clear();
            out.clear();
            const std::string command = line.substr(2);
            if (command.starts_with("alias "))
                aliases_ += command + "\n";
            else
                out = run_program("sh", {"-c", aliases_ + "exec 2>&1\n" + command}, folder_).out;
        }
        compare(out, shown);
    }

    /// All of the output, but for the gaps.
    static void compare(const std::string& out, const std::string& shown) {
        const std::string gap = "[...]\n";
        std::size_t at = 0;
        for (std::size_t from = 0;;) {
            const std::size_t to = std::min(shown.find(gap, from), shown.size());
            const std::string piece = shown.substr(from, to - from);
            const std::size_t found = to == shown.size() && from > 0 && !piece.empty()
                                          ? out.rfind(piece)
                                          : out.find(piece, at);
            CHECK_MESSAGE((found != std::string::npos && found >= at), piece, "is not in:\n", out);
            if (found == std::string::npos) return;
            if (from == 0) CHECK_MESSAGE(found == 0, "more stands above it:\n", out);
            at = found + piece.size();
            if (to == shown.size()) {
                CHECK_MESSAGE((at == out.size() || (from > 0 && piece.empty())),
                              "more stands below it:\n", out);
                return;
            }
            from = to + gap.size();
        }
    }

    fs::path folder_;
    std::string aliases_;
};

}  // namespace

TEST_CASE("every step of the tutorial does what the tutorial shows") {
    Desk desk;
    std::size_t commands = 0;
    for (const Step& step : steps()) {
        CAPTURE(step.line);
        desk.take(step);
        if (step.kind == "console") ++commands;
    }
    CHECK(commands > 10);
}

TEST_CASE("every block of the tutorial is a step") {
    for (const Step& step : steps()) {
        CAPTURE(step.line);
        CHECK((step.kind == "console" || !step.file.empty()));
    }
}

TEST_CASE("the tutorial links to headings and files that are there") {
    const std::string page = read_file(source_root() / "docs/leerpad.md");
    for (std::size_t at = page.find("]("); at != std::string::npos; at = page.find("](", at + 1)) {
        const std::size_t end = page.find_first_of(")#", at);
        const std::string file = page.substr(at + 2, end - at - 2);
        CHECK_MESSAGE(fs::exists(source_root() / "docs" / file), file);
    }
}

}  // namespace toets::tests
