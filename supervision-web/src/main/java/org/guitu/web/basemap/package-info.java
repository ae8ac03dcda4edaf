/**
 * The default basemap: the fictional city, written once at start and served compressed with its hash, so that a browser asks again only
 * after the city has changed. No licence, no internet, no borders.
 */
@NullMarked
package org.guitu.web.basemap;

import org.jspecify.annotations.NullMarked;
