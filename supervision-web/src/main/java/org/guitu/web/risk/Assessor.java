package org.guitu.web.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores answers by an instrument. Pure: the same instrument and answers give the same score, on any day, machine and locale.
 *
 * <p>First every answer is read and every missing or wrong one named; then the steps are taken in order. A failed check stops before the
 * next step that is no check, so that checks that stand together are told together.
 */
public final class Assessor {

    /** Whether nothing is missing that the instrument wants; a name for its formulas. */
    static final String COMPLETE = "complete";

    private final Instrument instrument;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();
    private final Map<String, Value> results = new LinkedHashMap<>();

    private Assessor(Instrument instrument) {
        this.instrument = instrument;
    }

    /**
     * Scores answers, or says why it cannot.
     *
     * @param answers by the name of the input, as text; what is blank was not answered
     */
    public static Assessed assess(Instrument instrument, Map<String, String> answers) {
        Assessor assessor = new Assessor(instrument);
        assessor.read(answers);
        if (assessor.problems.isEmpty()) {
            assessor.walk();
            if (!assessor.problems.isEmpty()) {
                return new Assessed.Refused(assessor.problems, instrument.refusal());
            }
            return assessor.score(answers);
        }
        return new Assessed.Refused(assessor.problems, Map.of());
    }

    private void read(Map<String, String> answers) {
        for (Input input : instrument.inputs()) {
            String text = answers.getOrDefault(input.name(), "").strip();
            if (input.isAbsent(text)) {
                input.standing().ifPresent(value -> values.put(input.name(), value));
                continue;
            }
            try {
                values.put(input.name(), input.answer().read(text));
                given.put(input.name(), text);
            } catch (WrongAnswer wrong) {
                problems.add(wrong.of(input.name()));
            }
        }
        instrument.conditions().forEach((name, condition) -> values.put(name, condition.in(values)));
        for (Input input : instrument.inputs()) {
            boolean wrong =
                    problems.stream().anyMatch(problem -> problem.input().equals(input.name()));
            if (!wrong
                    && !given.containsKey(input.name())
                    && input.need().when().holds(values)) {
                switch (input.need().kind()) {
                    case MANDATORY -> problems.add(Problem.missing(input.name()));
                    case WANTED -> missing.add(input.name());
                    case OPTIONAL -> {}
                }
            }
        }
        List<String> order = instrument.inputs().stream().map(Input::name).toList();
        problems.sort(Comparator.comparingInt(problem -> order.indexOf(problem.input())));
        values.put(COMPLETE, new Value.Truth(missing.isEmpty()));
    }

    private void walk() {
        for (Step step : instrument.steps()) {
            if (!problems.isEmpty() && !(step instanceof Step.Check)) {
                return;
            }
            try {
                take(step);
            } catch (IllegalStateException | ArithmeticException broken) {
                throw new IllegalStateException(
                        "%s %s cannot be worked out at %s"
                                .formatted(instrument.name(), instrument.version(), name(step)),
                        broken);
            }
        }
    }

    private static String name(Step step) {
        return switch (step) {
            case Step.Let let -> let.name();
            case Step.Sum sum -> sum.name();
            case Step.Check check -> check.problem();
        };
    }

    private void take(Step step) {
        switch (step) {
            case Step.Let let
            when let.when().holds(values) -> {
                Value value = let.is().in(values);
                keep(let.name(), value);
                if (value.known()) {
                    let.out().ifPresent(out -> results.put(out, value));
                    let.sum().ifPresent(sum -> contributions.add(new Contribution(sum, let.name(), "", value)));
                }
            }
            case Step.Sum sum
            when sum.when().holds(values) -> {
                Value total = new Value.Num(sum.terms().stream()
                        .map(term -> contributed(sum.name(), term))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
                keep(sum.name(), total);
                sum.out().ifPresent(out -> results.put(out, total));
            }
            case Step.Check check
            when check.when().holds(values) && !check.holds().holds(values) -> refuse(check);
            case Step.Let left -> keep(left.name(), Value.Absent.ABSENT);
            case Step.Sum left -> keep(left.name(), Value.Absent.ABSENT);
            case Step.Check _ -> {}
        }
    }

    private void keep(String name, Value value) {
        values.put(name, value);
    }

    private BigDecimal contributed(String sum, Step.Term term) {
        if (!term.when().holds(values)) {
            return BigDecimal.ZERO;
        }
        if (term.each().isPresent()) {
            return each(sum, term, term.each().get());
        }
        BigDecimal amount = term.amount()
                .in(values)
                .asNumber()
                .multiply(term.times().in(values).asNumber());
        contributions.add(new Contribution(sum, term.key(), "", new Value.Num(amount)));
        return amount;
    }

    private BigDecimal each(String sum, Step.Term term, Step.Each each) {
        BigDecimal total = BigDecimal.ZERO;
        if (values.get(each.input()) instanceof Value.Counts(Map<String, BigDecimal> counts)) {
            for (String kind : counts.keySet().stream().sorted().toList()) {
                BigDecimal amount =
                        each.points().look(new Value.Text(kind)).asNumber().multiply(counts.get(kind));
                contributions.add(new Contribution(sum, term.key(), kind, new Value.Num(amount)));
                total = total.add(amount);
            }
        }
        return total;
    }

    private void refuse(Step.Check check) {
        for (String input : check.inputs()) {
            boolean absent = !given.containsKey(input);
            if (check.kind() == Problem.Kind.WRONG) {
                problems.add(new Problem(input, Problem.Kind.WRONG, check.problem(), List.of()));
            } else if (absent) {
                problems.add(Problem.missing(input));
            }
        }
    }

    private Score score(Map<String, String> answers) {
        String basis =
                instrument.basis().map(formula -> formula.in(values).spelled()).orElse("");
        List<String> asked = instrument.inputs().stream().map(Input::name).toList();
        List<String> ignored = answers.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .toList();
        return new Score(
                instrument.name(), instrument.version(), basis, given, results, contributions, missing, ignored);
    }
}
