package org.mfg.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mfg.api.spi.MemoryNeed;

class MemoryTest {
    /** Numbers of which a tenth of a field for each is a 40th of what there is. */
    private final long size = Runtime.getRuntime().maxMemory() / Double.BYTES / 4;

    @Test
    void aNeedIsSaidFromATenthOfWhatThereIs() {
        assertThat(Memory.Need.of(MemoryNeed.of(0.1), size).inWords()).isEmpty();
        assertThat(Memory.Need.of(MemoryNeed.of(2), size).inWords())
                .hasValueSatisfying(words -> assertThat(words).matches("the solve needs about .*; there is .*"));
        assertThat(Memory.Need.of(new MemoryNeed(1, 3), size).inWords())
                .hasValueSatisfying(words -> assertThat(words).contains(" if it is hard; there is "));
    }

    @Test
    void whatSurelyDoesNotFitIsLacking() {
        assertThat(Memory.lacks(Memory.Need.of(MemoryNeed.of(3), size).least())).isEmpty();
        assertThat(Memory.lacks(Memory.Need.of(MemoryNeed.of(5), size).least()))
                .hasValueSatisfying(words -> assertThat(words).contains("MFG_JAVA_OPTS=-Xmx"));
    }
}
