package org.guitu.web.protectedpersons;

import java.util.List;
import org.guitu.web.rules.ProtectedPeople;

/** The register, or what words found in it. */
public record ProtectedListView(String words, List<ProtectedPeople.Found> found) {}
