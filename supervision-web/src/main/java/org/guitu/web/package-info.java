/**
 * The supervision app. {@link org.guitu.web.Guitu} is the command, {@link org.guitu.web.WebAssembly} builds the web role with
 * {@code new}, top to bottom; one package per feature, each of which could be deleted in one go.
 */
@NullMarked
package org.guitu.web;

import org.jspecify.annotations.NullMarked;
