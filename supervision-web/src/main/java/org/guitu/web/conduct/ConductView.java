package org.guitu.web.conduct;

import java.util.List;
import java.util.Optional;
import org.guitu.web.people.Panel;
import org.guitu.web.ui.Page;

/** The words of the page about a person's conduct. */
public record ConductView(long personId, String person, String saved, String figures, List<Panel> panels) {

    static ConductView of(Page page, ConductFile file, Optional<String> saved) {
        LadderFigures figures = file.figures();
        return new ConductView(
                file.person().id(),
                file.person().name(),
                saved.map(page::text).orElse(""),
                page.text(
                        "conduct.figures",
                        figures.reprimandDaysMax(),
                        figures.warningMonthsMax(),
                        figures.reprimands(),
                        figures.warnings()),
                ConductPanels.all(page, file));
    }
}
