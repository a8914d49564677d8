// Drawings of graphs.
#pragma once

#include <string>

namespace toets {

/// The picture (SVG) that the program `dot` makes of a graph; empty when it isn't there.
std::string svg_of(const std::string& dot);

}  // namespace toets
