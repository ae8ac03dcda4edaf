package org.guitu.web.risk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@link Formula}, from the loosest to the tightest: {@code or}, {@code and}, {@code not}, comparisons ({@code = != < <= > >=}),
 * {@code + -}, {@code * /}, {@code ^} with a whole power, {@code -x}; then numbers, {@code 'text'}, names, {@code f(x, y)}
 * ({@link Functions}), {@code if(condition, then, else)}, {@code look('table', x)} and {@code highest('table', x, y, …)}.
 * A name, function or table that does not exist is refused here, when the file is loaded, not when a person is scored.
 */
final class FormulaParser {

    /** Cut, not rounded: whatever rounds or floors afterwards must not see a value that already went up. */
    private static final MathContext DIVISION = new MathContext(40, RoundingMode.DOWN);

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:('[^']*'|[A-Za-z_][A-Za-z0-9_]*|[0-9]+(?:\\.[0-9]+)?|<=|>=|!=|[-+*/^()<>=,]))\\s*");

    private final String text;
    private final Set<String> names;
    private final Map<String, Table> tables;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private FormulaParser(String text, Set<String> names, Map<String, Table> tables) {
        this.text = text;
        this.names = names;
        this.tables = tables;
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (!token.find(from) || token.start() != from) {
                throw wrong("cannot be read from character " + (from + 1));
            }
            tokens.add(token.group(1));
            from = token.end();
        }
    }

    /**
     * @param names what may be named: inputs and earlier steps
     * @throws IllegalArgumentException if the text is no formula over these names and tables
     */
    static Formula parse(String text, Set<String> names, Map<String, Table> tables) {
        FormulaParser parser = new FormulaParser(text, names, tables);
        Formula formula = parser.or();
        if (parser.at < parser.tokens.size()) {
            throw parser.wrong("has '" + parser.tokens.get(parser.at) + "' where it should end");
        }
        return formula;
    }

    private Formula or() {
        Formula left = and();
        while (took("or")) {
            Formula one = left;
            Formula other = and();
            left = values -> new Value.Truth(one.holds(values) || other.holds(values));
        }
        return left;
    }

    private Formula and() {
        Formula left = not();
        while (took("and")) {
            Formula one = left;
            Formula other = not();
            left = values -> new Value.Truth(one.holds(values) && other.holds(values));
        }
        return left;
    }

    private Formula not() {
        if (took("not")) {
            Formula inner = not();
            return values -> new Value.Truth(!inner.holds(values));
        }
        return comparison();
    }

    private Formula comparison() {
        Formula left = sum();
        if (took("=")) {
            Formula right = sum();
            return values -> new Value.Truth(same(left.in(values), right.in(values)));
        }
        if (took("!=")) {
            Formula right = sum();
            return values -> new Value.Truth(!same(left.in(values), right.in(values)));
        }
        for (String sign : List.of("<", "<=", ">", ">=")) {
            if (took(sign)) {
                Formula right = sum();
                IntPredicate test = test(sign);
                return values -> new Value.Truth(ordered(left.in(values), right.in(values), test));
            }
        }
        return left;
    }

    private static IntPredicate test(String sign) {
        return switch (sign) {
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
    }

    /** Absent equals nothing, numbers are equal by value. */
    private static boolean same(Value one, Value other) {
        boolean numbers = one instanceof Value.Num && other instanceof Value.Num;
        return numbers ? compare(one, other) == 0 : one.known() && one.equals(other);
    }

    /** What is unknown is neither more nor less than anything. */
    private static boolean ordered(Value one, Value other, IntPredicate test) {
        return one.known() && other.known() && test.test(compare(one, other));
    }

    private static int compare(Value one, Value other) {
        return one instanceof Value.Day
                ? one.asDay().compareTo(other.asDay())
                : one.asNumber().compareTo(other.asNumber());
    }

    private Formula sum() {
        Formula left = product();
        while (true) {
            if (took("+")) {
                left = both(left, product(), BigDecimal::add);
            } else if (took("-")) {
                left = both(left, product(), BigDecimal::subtract);
            } else {
                return left;
            }
        }
    }

    private Formula product() {
        Formula left = power();
        while (true) {
            if (took("*")) {
                left = both(left, power(), BigDecimal::multiply);
            } else if (took("/")) {
                left = both(left, power(), (dividend, divisor) -> dividend.divide(divisor, DIVISION));
            } else {
                return left;
            }
        }
    }

    private static Formula both(Formula left, Formula right, BinaryOperator<BigDecimal> operator) {
        return values -> new Value.Num(
                operator.apply(left.in(values).asNumber(), right.in(values).asNumber()));
    }

    private Formula power() {
        Formula base = single();
        if (!took("^")) {
            return base;
        }
        String power = next();
        if (!power.matches("[0-9]")) {
            throw wrong("needs a digit after ^");
        }
        int times = power.charAt(0) - '0';
        return values -> new Value.Num(base.in(values).asNumber().pow(times));
    }

    private Formula single() {
        String token = next();
        if (token.equals("-")) {
            Formula inner = single();
            return values -> new Value.Num(inner.in(values).asNumber().negate());
        }
        if (token.equals("(")) {
            Formula inner = or();
            expect(")");
            return inner;
        }
        char first = token.charAt(0);
        if (first == '\'') {
            Value constant = new Value.Text(token.substring(1, token.length() - 1));
            return values -> constant;
        }
        if (first >= '0' && first <= '9') {
            Value constant = new Value.Num(new BigDecimal(token));
            return values -> constant;
        }
        if (took("(")) {
            return call(token);
        }
        if (!names.contains(token)) {
            throw wrong("names '" + token + "', which is neither an input nor an earlier step");
        }
        return values -> values.getOrDefault(token, Value.Absent.ABSENT);
    }

    private Formula call(String function) {
        boolean ofTable = function.equals("look") || function.equals("highest");
        Table table = ofTable ? table() : Table.NONE;
        List<Formula> arguments = new ArrayList<>();
        while (!took(")")) {
            if (ofTable || !arguments.isEmpty()) {
                expect(",");
            }
            arguments.add(or());
        }
        int count = arguments.size();
        return switch (function) {
            case "if" -> {
                wants(function, count == 3);
                yield values ->
                        arguments.get(arguments.get(0).holds(values) ? 1 : 2).in(values);
            }
            case "look" -> {
                wants(function, count == 1);
                yield values -> table.look(arguments.getFirst().in(values));
            }
            case "highest" -> values -> table.highest(all(arguments, values));
            default -> {
                Functions known = Functions.find(function).orElseThrow(() -> wrong("calls an unknown " + function));
                wants(function, known.takes(count));
                yield values -> known.of(all(arguments, values));
            }
        };
    }

    private static List<Value> all(List<Formula> formulas, Map<String, Value> values) {
        return formulas.stream().map(formula -> formula.in(values)).toList();
    }

    private Table table() {
        String name = next().replace("'", "");
        Table table = tables.get(name);
        if (table == null) {
            throw wrong("looks into an unknown table '" + name + "'");
        }
        return table;
    }

    private void wants(String function, boolean enough) {
        if (!enough) {
            throw wrong("gives " + function + " the wrong number of arguments");
        }
    }

    private boolean took(String token) {
        boolean here = at < tokens.size() && tokens.get(at).equals(token);
        at += here ? 1 : 0;
        return here;
    }

    private void expect(String token) {
        if (!took(token)) {
            throw wrong("lacks '" + token + "'");
        }
    }

    private String next() {
        if (at == tokens.size()) {
            throw wrong("ends too early");
        }
        return tokens.get(at++);
    }

    private IllegalArgumentException wrong(String how) {
        return new IllegalArgumentException("the formula \"" + text + "\" " + how);
    }
}
