package org.guitu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packages below a module's root, each with all that lies below it, never use one another in a circle. It stands in the module that sees all
 * others, so that it is written once.
 */
class PackageCyclesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.guitu.protocols",
                "org.guitu.geofence",
                "org.guitu.ingest",
                "org.guitu.simulators",
                "org.guitu.web"
            })
    void packagesAreFreeOfCycles(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(root);
        Map<String, Set<String>> uses = uses(classes, root + ".");

        assertThat(uses).as("packages of %s", root).hasSizeGreaterThan(1);
        assertThat(circling(uses))
                .as("packages of %s in a cycle or using one", root)
                .isEmpty();
    }

    /** Which packages below the root each of them uses, itself left out. */
    private static Map<String, Set<String>> uses(JavaClasses classes, String root) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass user : classes) {
            String from = below(root, user);
            if (from.isEmpty()) {
                continue;
            }
            Set<String> used = uses.computeIfAbsent(from, of -> new TreeSet<>());
            for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                String to = below(root, dependency.getTargetClass().getBaseComponentType());
                if (!to.isEmpty() && !to.equals(from)) {
                    used.add(to);
                }
            }
        }
        return uses;
    }

    /** The first name below the root; empty for the root itself and for what lies elsewhere. */
    private static String below(String root, JavaClass of) {
        String name = of.getPackageName();
        return name.startsWith(root) ? name.substring(root.length()).split("\\.")[0] : "";
    }

    /** Takes away whatever uses nothing that is left, until all that is left uses something in a circle. */
    private static Map<String, Set<String>> circling(Map<String, Set<String>> uses) {
        Map<String, Set<String>> left = new TreeMap<>(uses);
        while (left.values().removeIf(used -> used.stream().noneMatch(left::containsKey))) {
            // taking one away may free another
        }
        return left;
    }
}
