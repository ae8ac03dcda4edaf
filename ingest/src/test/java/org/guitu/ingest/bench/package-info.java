/** How much the module can do; run by hand. */
package org.guitu.ingest.bench;
