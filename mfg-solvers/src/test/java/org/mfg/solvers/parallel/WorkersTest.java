package org.mfg.solvers.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void eachPartIsDoneOnceAndByAThreadOfTheTeam(int threads) {
        Workers workers = Workers.of(threads);
        for (int round = 0; round < 2000; round++) {
            int parts = round % 17;
            AtomicIntegerArray done = new AtomicIntegerArray(17);
            AtomicIntegerArray by = new AtomicIntegerArray(threads);
            workers.run(parts, (thread, part) -> {
                done.incrementAndGet(part);
                by.incrementAndGet(thread);
            });
            for (int part = 0; part < 17; part++) {
                assertThat(done.get(part)).isEqualTo(part < parts ? 1 : 0);
            }
        }
    }

    @Test
    void whatAPartThrowsIsThrownAndTheTeamGoesOn() {
        Workers workers = Workers.of(3);
        for (int round = 0; round < 100; round++) {
            int bad = round % 7;
            assertThatThrownBy(() -> workers.run(7, (thread, part) -> {
                        if (part == bad) {
                            throw new IllegalStateException("part " + part);
                        }
                    }))
                    .hasMessage("part " + bad);
        }
        int[] sum = new int[4];
        workers.run(4, (thread, part) -> sum[part] = part);
        assertThat(sum).containsExactly(0, 1, 2, 3);
    }

    @Test
    void workFromWithinAPartIsDoneToo() {
        Workers workers = Workers.of(2);
        AtomicIntegerArray done = new AtomicIntegerArray(12);
        workers.run(3, (thread, part) -> workers.run(4, (inner, i) -> done.incrementAndGet(4 * part + i)));
        for (int i = 0; i < 12; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void severalCallersMayShareATeam() throws InterruptedException {
        Workers workers = Workers.of(2);
        AtomicIntegerArray done = new AtomicIntegerArray(4);
        Thread[] callers = new Thread[4];
        for (int c = 0; c < callers.length; c++) {
            int caller = c;
            callers[c] = new Thread(() -> {
                for (int round = 0; round < 2000; round++) {
                    workers.run(3, (thread, part) -> done.incrementAndGet(caller));
                }
            });
            callers[c].start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        for (int c = 0; c < callers.length; c++) {
            assertThat(done.get(c)).isEqualTo(6000);
        }
    }
}
