package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class CurveLegendTest {

    @Test
    void twentyEightLinesAreToldApart() {
        assertThat(new CurveLegend(Style.HOUSE, Collections.nCopies(28, "line")).pens())
                .doesNotHaveDuplicates();
    }
}
