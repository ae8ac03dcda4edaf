package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.web.form.Fields;

/** A proposal read from its form and checked against the file. */
record ProposalDraft(
        MeasureKind kind,
        List<Long> incidents,
        Optional<Rung> rung,
        Optional<Commendation.Basis> basis,
        String reason) {

    static ProposalDraft read(ConductFile file, ProposalForm form, Fields fields) {
        MeasureKind kind = fields.choice("kind", form.kind(), MeasureKind.class);
        List<Long> incidents = kind.punishes() ? incidents(file, form, fields) : List.of();
        Optional<Rung> rung = incidents.stream()
                .flatMap(id -> file.rung(id).stream())
                .reduce((a, b) -> b.kind().heavierThan(a.kind()) ? b : a);
        Optional<Commendation.Basis> basis =
                kind == MeasureKind.COMMENDATION ? basis(file, form, fields) : Optional.empty();
        boolean follows = rung.filter(found -> found.kind() == kind).isPresent()
                || basis.equals(Optional.of(Commendation.Basis.CONDITIONS));
        String reason = follows
                ? fields.optionalText("reason", form.reason(), 2000)
                : fields.text("reason", form.reason(), 2000);
        if (!kind.fits(file.person().category())) {
            fields.problem("kind", "conduct.error.category");
        }
        return new ProposalDraft(kind, incidents, rung, basis, reason);
    }

    private static List<Long> incidents(ConductFile file, ProposalForm form, Fields fields) {
        List<Long> incidents = form.incidents().stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .distinct()
                .filter(id -> file.incident(id).isPresent())
                .toList();
        if (incidents.isEmpty()) {
            fields.problem("incident", "conduct.error.no-incident");
        }
        if (incidents.stream().anyMatch(id -> file.openFor(id).isPresent())) {
            fields.problem("incident", "conduct.error.waiting");
        }
        return incidents;
    }

    private static Optional<Commendation.Basis> basis(ConductFile file, ProposalForm form, Fields fields) {
        Optional<Commendation.Basis> basis =
                Optional.of(fields.choice("basis", form.basis(), Commendation.Basis.class));
        if (fields.has("basis") || basis.equals(Optional.of(Commendation.Basis.DEED))) {
            return basis;
        }
        Set<Commendation.Condition> ticked = EnumSet.noneOf(Commendation.Condition.class);
        form.conditions()
                .forEach(one -> fields.optionalChoice("condition", one, Commendation.Condition.class)
                        .ifPresent(ticked::add));
        if (ticked.size() < Commendation.Condition.values().length) {
            fields.problem("condition", "conduct.error.conditions");
        }
        Optional<LocalDate> from = file.begun().map(begun -> Commendation.from(begun, file.commendationMonths()));
        if (from.isEmpty() || file.today().isBefore(from.get())) {
            fields.problem(
                    "basis",
                    "conduct.error.too-early",
                    from.map(LocalDate::toString).orElse("—"));
        }
        return basis;
    }
}
