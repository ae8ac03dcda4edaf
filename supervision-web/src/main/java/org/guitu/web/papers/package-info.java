/**
 * The papers of a case: filled from the file by a template, numbered by the organisation that issues them, kept for ever as they were issued; and
 * the ledgers of people and papers. A template is a small subset of XHTML with mustache placeholders; an organisation may put its own in
 * place of the shipped one. {@link org.guitu.web.papers.PaperService} is the door for features that issue a paper of their own;
 * {@link org.guitu.web.papers.PaperSource} is how they add facts. Papers are in Chinese, whatever language the reader reads the pages in.
 */
@NullMarked
package org.guitu.web.papers;

import org.jspecify.annotations.NullMarked;
