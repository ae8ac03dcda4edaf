package org.guitu.web.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads steps in order: each may name the inputs and the steps before it. */
final class StepReader {

    private final Set<String> names;
    private final List<String> inputs;
    private final Map<String, Table> tables;
    private final Map<String, JsonNode> terms;
    private final Set<String> columns;

    /**
     * Reads the steps of one instrument.
     *
     * @param names what formulas may name; grows with every step that is read
     * @param columns the columns of coefficients that some sum takes
     */
    StepReader(
            List<String> inputs,
            Set<String> names,
            Map<String, Table> tables,
            Map<String, JsonNode> terms,
            Set<String> columns) {
        this.names = names;
        this.inputs = inputs;
        this.tables = tables;
        this.terms = terms;
        this.columns = columns;
    }

    Step read(JsonNode node) {
        Members of = new Members(node);
        Step step = of.has("let") ? let(of) : of.has("sum") ? sum(of) : check(of);
        of.nothingElse();
        return step;
    }

    private Step let(Members of) {
        String name = of.name("let");
        Step.Let let = new Step.Let(name, formula(of.required("is")), of.text("out"), of.text("term"), when(of));
        define(name);
        return let;
    }

    private Step sum(Members of) {
        String name = of.name("sum");
        String column = column(of);
        String list = of.required("terms");
        JsonNode rows = terms.get(list);
        if (rows == null) {
            throw new IllegalArgumentException("sums up unknown terms " + list);
        }
        List<Step.Term> summed = new ArrayList<>();
        for (JsonNode row : rows) {
            if (row.has(column) || row.has("each")) {
                summed.add(term(row, column));
            }
        }
        if (summed.isEmpty()) {
            throw new IllegalArgumentException("no term of " + list + " has a column " + column);
        }
        Step.Sum sum = new Step.Sum(name, of.text("out"), List.copyOf(summed), when(of));
        define(name);
        return sum;
    }

    private static String column(Members sum) {
        return sum.text("column").orElse("amount");
    }

    /** The columns the sums among these steps take. */
    static Set<String> columns(List<JsonNode> steps) {
        return steps.stream()
                .filter(step -> step.has("sum"))
                .map(step -> column(new Members(step)))
                .collect(Collectors.toSet());
    }

    private Step.Term term(JsonNode row, String column) {
        Members of = new Members(row);
        Optional<Step.Each> each =
                of.text("each").map(input -> new Step.Each(known(input), table(of.required("points"))));
        Formula amount = each.isPresent() ? values -> Value.of(0) : amount(of.node(column));
        Step.Term term = new Step.Term(
                of.name("key"),
                when(of),
                of.text("times").map(this::formula).orElse(values -> Value.of(1)),
                amount,
                each);
        of.leave(columns);
        of.nothingElse();
        return term;
    }

    /** A coefficient, or a formula that finds it in a table. */
    private Formula amount(JsonNode node) {
        if (node.isNumber()) {
            Value coefficient = new Value.Num(node.decimalValue());
            return values -> coefficient;
        }
        if (node.isTextual()) {
            return formula(node.textValue());
        }
        throw new IllegalArgumentException("a coefficient is a number or a formula, not " + node);
    }

    private Step check(Members of) {
        Formula holds = formula(of.required("check"));
        List<String> wrong = of.texts("wrong");
        List<String> missing = of.texts("missing");
        List<String> named = wrong.isEmpty() ? missing : wrong;
        if (named.isEmpty() || !(wrong.isEmpty() || missing.isEmpty())) {
            throw new IllegalArgumentException("a check names what is wrong, or what is missing");
        }
        named.forEach(this::known);
        return new Step.Check(
                holds,
                when(of),
                named,
                wrong.isEmpty() ? Problem.Kind.MISSING : Problem.Kind.WRONG,
                wrong.isEmpty() ? "missing" : of.name("problem"));
    }

    private Formula when(Members of) {
        return of.text("when").map(this::formula).orElse(values -> new Value.Truth(true));
    }

    private Formula formula(String text) {
        return FormulaParser.parse(text, names, tables);
    }

    private String known(String input) {
        if (!inputs.contains(input)) {
            throw new IllegalArgumentException("'" + input + "' is no input");
        }
        return input;
    }

    private Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("takes points from an unknown table " + name);
        }
        return table;
    }

    private void define(String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("defines " + name + " twice");
        }
    }
}
