// The laws of the connectives. Truths with `pending` form a chain no < unknown < pending < yes, in
// which `both` is the lesser and `either` the greater.
#include <vector>

#include <doctest/doctest.h>

#include "checker/evaluate/machine.h"

namespace toets::tests {

namespace {

const std::vector<Truth> three = {Truth::no, Truth::unknown, Truth::yes};
const std::vector<Truth> four = {Truth::no, Truth::unknown, Truth::pending, Truth::yes};

template <typename Law>
void for_pairs(const std::vector<Truth>& truths, Law law) {
    for (const Truth a : truths)
        for (const Truth b : truths) {
            CAPTURE(static_cast<int>(a));
            CAPTURE(static_cast<int>(b));
            law(a, b);
        }
}

template <typename Law>
void for_triples(const std::vector<Truth>& truths, Law law) {
    for_pairs(truths, [&](Truth a, Truth b) {
        for (const Truth c : truths) law(a, b, c);
    });
}

/// Whether `b` can be learnt where only `a` was known.
bool refines(Truth a, Truth b) { return a == b || a == Truth::unknown; }

}  // namespace

TEST_CASE("with certain truths the connectives are those of everyday") {
    const auto truth = [](bool value) { return value ? Truth::yes : Truth::no; };
    for (const bool a : {false, true}) {
        CHECK(opposite(truth(a)) == truth(!a));
        for (const bool b : {false, true}) {
            CHECK(both(truth(a), truth(b)) == truth(a && b));
            CHECK(either(truth(a), truth(b)) == truth(a || b));
        }
    }
}

TEST_CASE("the unknown decides nothing, and spoils only what hangs on it") {
    CHECK(both(Truth::unknown, Truth::no) == Truth::no);
    CHECK(both(Truth::unknown, Truth::yes) == Truth::unknown);
    CHECK(either(Truth::unknown, Truth::yes) == Truth::yes);
    CHECK(either(Truth::unknown, Truth::no) == Truth::unknown);
    CHECK(opposite(Truth::unknown) == Truth::unknown);
}

TEST_CASE(
    "what is pending gives way to a breach and to the unknown in `en`, and to a yes in `of`") {
    CHECK(both(Truth::pending, Truth::no) == Truth::no);
    CHECK(both(Truth::pending, Truth::unknown) == Truth::unknown);
    CHECK(both(Truth::pending, Truth::yes) == Truth::pending);
    CHECK(either(Truth::pending, Truth::yes) == Truth::yes);
    CHECK(either(Truth::pending, Truth::unknown) == Truth::pending);
    CHECK(either(Truth::pending, Truth::no) == Truth::pending);
}

TEST_CASE("both and either are commutative, idempotent and absorb each other") {
    for_pairs(four, [](Truth a, Truth b) {
        CHECK(both(a, b) == both(b, a));
        CHECK(either(a, b) == either(b, a));
        CHECK(both(a, a) == a);
        CHECK(either(a, a) == a);
        CHECK(both(a, either(a, b)) == a);
        CHECK(either(a, both(a, b)) == a);
    });
}

TEST_CASE("both and either are associative and distribute over each other") {
    for_triples(four, [](Truth a, Truth b, Truth c) {
        CHECK(both(a, both(b, c)) == both(both(a, b), c));
        CHECK(either(a, either(b, c)) == either(either(a, b), c));
        CHECK(both(a, either(b, c)) == either(both(a, b), both(a, c)));
        CHECK(either(a, both(b, c)) == both(either(a, b), either(a, c)));
    });
}

TEST_CASE("yes is neutral for both, and no for either") {
    for (const Truth a : four) {
        CHECK(both(a, Truth::yes) == a);
        CHECK(both(a, Truth::no) == Truth::no);
        CHECK(either(a, Truth::no) == a);
        CHECK(either(a, Truth::yes) == Truth::yes);
    }
}

TEST_CASE("De Morgan and double negation hold where nothing is pending") {
    for_pairs(three, [](Truth a, Truth b) {
        CHECK(opposite(opposite(a)) == a);
        CHECK(opposite(both(a, b)) == either(opposite(a), opposite(b)));
        CHECK(opposite(either(a, b)) == both(opposite(a), opposite(b)));
    });
}

TEST_CASE("the middle is not excluded: of something unknown not even `a of niet a` is certain") {
    CHECK(either(Truth::unknown, opposite(Truth::unknown)) == Truth::unknown);
    CHECK(both(Truth::unknown, opposite(Truth::unknown)) == Truth::unknown);
}

TEST_CASE("to learn more never takes a certain answer back") {
    for_pairs(three, [](Truth a, Truth b) {
        for (const Truth a2 : three) {
            if (!refines(a, a2)) continue;
            CHECK(refines(opposite(a), opposite(a2)));
            for (const Truth b2 : three) {
                if (!refines(b, b2)) continue;
                CHECK(refines(both(a, b), both(a2, b2)));
                CHECK(refines(either(a, b), either(a2, b2)));
            }
        }
    });
}

}  // namespace toets::tests
