/**
 * The scenario catalogue: one behaviour a class, a text table in, a line out. README.md lists the letters.
 */
package org.guitu.geofence.scenario;
