/**
 * What every form has in common: fields are read and checked all at once, problems are kept by field as message keys, and a service
 * answers with an {@link org.guitu.web.form.Outcome}. Services are called by pages, by the API and by the demo alike; nothing here
 * knows of HTTP. Immutable and thread-safe, except {@link org.guitu.web.form.Fields}, which lives for one form.
 */
@NullMarked
package org.guitu.web.form;

import org.jspecify.annotations.NullMarked;
