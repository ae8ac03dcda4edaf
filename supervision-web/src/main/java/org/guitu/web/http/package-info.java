/**
 * The web server and nothing of the cases: routes, requests and replies, sign-in checks, CSRF, headers, problems, static files. A feature
 * sees {@link org.guitu.web.http.Feature}, {@link org.guitu.web.http.Routes}, {@link org.guitu.web.http.Request} and
 * {@link org.guitu.web.http.Reply}; Vert.x stays in this package. Handlers run on virtual threads and may block.
 */
@NullMarked
package org.guitu.web.http;

import org.jspecify.annotations.NullMarked;
