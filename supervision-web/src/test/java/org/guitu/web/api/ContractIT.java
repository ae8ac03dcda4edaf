package org.guitu.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.guitu.web.WebFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract and the routes say the same. */
class ContractIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    @Test
    void everyOperationIsInTheContractAndTheOtherWayRound() {
        assertThat(WEB.web().operations()).isEqualTo(WEB.web().contractOperations());
    }

    @Test
    void theContractIsServedAsItIsUsed() {
        assertThat(WEB.browser().get("/openapi.yaml").body())
                .startsWith("# The contract")
                .contains("openapi: 3.1.0");
    }

    @Test
    void itsPathsAreSorted() {
        String text = WEB.browser().get("/openapi.yaml").body();
        var paths = text.lines()
                .filter(line -> line.startsWith("  /"))
                .map(line -> line.strip().replace(":", ""))
                .toList();

        assertThat(paths).isSorted().doesNotHaveDuplicates();
    }
}
