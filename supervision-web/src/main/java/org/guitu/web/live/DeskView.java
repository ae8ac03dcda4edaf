package org.guitu.web.live;

import java.util.List;
import org.guitu.web.alerts.AlertView;

/**
 * The live page.
 *
 * @param filter the query that keeps the filter, to be sent with what refreshes the queue
 * @param rows the queue, most urgent first
 * @param fresh how many of them nobody has seen
 * @param more whether there are more than the queue shows
 * @param panel what is opened beside the queue
 */
public record DeskView(
        String filter,
        List<DeskFilter.Choice> shows,
        List<DeskFilter.Choice> severities,
        List<AlertView> rows,
        long fresh,
        boolean more,
        PanelView panel) {}
