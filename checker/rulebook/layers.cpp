// Layers: a set of rules may rest on sets of its own layer and of those below it (the law is below
// an SWV's agreements, and those are below a school's policy), never on one above it.
#include <algorithm>

#include "checker/rulebook/compiler.h"
#include "checker/text/suggest.h"

namespace toets {
namespace {

constexpr const char* layer_names[] = {"landelijk", "swv", "school"};

/// None where no module says so: a loose file may rest on anything, and anything on it.
std::optional<Layer> stated_layer(const ast::File& file) {
    return file.module ? std::optional(layer_of(file)) : std::nullopt;
}

}  // namespace

Layer layer_of(const ast::File& file) {
    for (const Layer layer : {Layer::swv, Layer::school})
        if (file.module && file.module->layer == layer_name(layer)) return layer;
    return Layer::national;
}

std::string layer_name(Layer layer) { return layer_names[static_cast<std::size_t>(layer)]; }

void Compiler::note_layers() {
    for (const auto& file : files_) {
        const std::optional<Layer> layer = stated_layer(file);
        file_layers_[file.source] = layer;
        const auto note = [&](const auto& declarations) {
            for (const auto& each : declarations) layers_[&each] = layer;
        };
        note(file.works);
        note(file.parameters);
        note(file.definitions);
        note(file.topics);
        note(file.rules);
        note(file.overrides);
        for (const auto& each : file.concepts) type_layers_[each.name.text] = layer;
        for (const auto& each : file.option_lists) type_layers_[each.name.text] = layer;
    }
}

/// Tells of a name that belongs to a higher layer than the file in which it stands.
void Compiler::expect_layer(const std::optional<Layer>& of, const ast::Word& name) {
    const auto file = file_layers_.find(name.span.source);
    const std::optional<Layer> own = file == file_layers_.end() ? std::nullopt : file->second;
    if (own && of && *of > *own)
        problem(Code::name_of_higher_layer, name.span,
                {name.text, layer_name(*of), layer_name(*own)});
}

void Compiler::expect_layer(const void* declared, const ast::Word& name) {
    const auto found = layers_.find(declared);
    if (found != layers_.end()) expect_layer(found->second, name);
}

/// The modules that a file says it uses: by their names, or all of a layer by the name of that.
void Compiler::check_uses(const ast::File& file) {
    for (const ast::Word& used : file.uses) {
        auto found = std::ranges::find(book_.modules, used.text, &ModuleInfo::name);
        if (found == book_.modules.end())
            found = std::ranges::find_if(book_.modules, [&](const ModuleInfo& each) {
                return layer_name(each.layer) == used.text;
            });
        if (found != book_.modules.end()) {
            expect_layer(std::optional(found->layer), used);
            continue;
        }
        std::vector<std::string> known;
        for (const ModuleInfo& each : book_.modules) known.push_back(each.name);
        problem(Code::unknown_module, used.span, {used.text}, suggestion(used.text, known));
    }
}

void Compiler::check_vocabulary_layers(const ast::File& file) {
    for (const auto& each : file.concepts)
        for (const auto& attribute : each.attributes)
            if (const auto found = type_layers_.find(attribute.type.name.text);
                found != type_layers_.end())
                expect_layer(found->second, attribute.type.name);
}

}  // namespace toets
