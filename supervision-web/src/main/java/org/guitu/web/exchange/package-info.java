/**
 * Messages between a county's agency and its partners: courts, procuratorates, police, prisons and other agencies. Features write a notice
 * through {@link org.guitu.web.exchange.Outbox} in the transaction of the act it tells of; a worker signs and sends it until the partner's
 * signed receipt is here, and what no partner can get is listed to be sent on paper. What partners send is checked, stored and only then
 * acknowledged. The wire is described in docs/exchange.md. Thread-safe; blocks on the database and, in the worker alone, on the network.
 */
@NullMarked
package org.guitu.web.exchange;

import org.jspecify.annotations.NullMarked;
