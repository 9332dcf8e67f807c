package org.mfg.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

class PlanTest {
    private static final Parameter REAL = Parameter.real("viscosity", 1, Range.atLeast(0), "", "");
    private static final Parameter WHOLE = Parameter.integer("nx", 3, Range.atLeast(3), "");
    private static final List<Factor> FACTORS = List.of(
            new Variation("a", List.of("a0", "a1")),
            new Variation("b", List.of("b0", "b1", "b2")),
            new Variation("c", List.of("c0", "c1", "c2", "c3")));

    @Test
    void runsAreTheProductWithTheLastSettingFastest() {
        Plan plan = plan(OptionalInt.empty());

        assertThat(plan.size()).isEqualTo(24);
        assertThat(plan.point(0)).isEqualTo(Map.of("a", "a0", "b", "b0", "c", "c0"));
        assertThat(plan.point(5)).isEqualTo(Map.of("a", "a0", "b", "b1", "c", "c1"));
        assertThat(plan.point(23)).isEqualTo(Map.of("a", "a1", "b", "b2", "c", "c3"));
        assertThat(plan.point(7).keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void aChainIsTheRunsThatDifferInOneSettingOnlyAndEveryRunIsInOne() {
        for (int along = 0; along < 3; along++) {
            Plan plan = plan(OptionalInt.of(along));
            String name = plan.names().get(along);
            for (int c = 0; c < plan.chains(); c++) {
                List<Map<String, Object>> points =
                        Arrays.stream(plan.chain(c)).mapToObj(plan::point).toList();
                assertThat(points.stream().map(p -> p.get(name))).isEqualTo(((Variation) FACTORS.get(along)).values());
                points.forEach(point -> point.remove(name));
                assertThat(points).containsOnly(points.get(0));
            }
            assertThat(IntStream.range(0, plan.chains()).flatMap(c -> Arrays.stream(plan.chain(c))))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 24).boxed().toList());
        }
    }

    @Test
    void gridsAreEvenOnTheirScaleAndDecimal() {
        assertThat(new Interval(REAL, 1e-3, 1, true).grid(4)).containsExactly(1e-3, 1e-2, 1e-1, 1.0);
        assertThat(new Interval(REAL, 0, 0.3, false).grid(4)).containsExactly(0.0, 0.1, 0.2, 0.3);
        assertThat(new Interval(WHOLE, 25, 200, true).grid(4)).containsExactly(25L, 50L, 100L, 200L);
    }

    @Test
    void everySixteenthOfEveryRangeHasOneOfTheFirstSixteenSobolPoints() {
        Sample sample = Sample.sobol(List.of(interval("a", false), interval("b", true)), 16, 7);

        for (String name : List.of("a", "b")) {
            int[] hits = new int[16];
            for (int k = 0; k < 16; k++) {
                double value = (Double) point(sample, k).get(name);
                double s = name.equals("a") ? (value - 1) / 7 : Math.log(value) / Math.log(8);
                hits[(int) (16 * s)]++;
            }
            assertThat(hits).containsOnly(1);
        }
    }

    @Test
    void aSampleIsThatOfItsSeed() {
        List<Interval> box = List.of(interval("a", false), interval("b", true));

        assertThat(point(Sample.sobol(box, 9, 1), 8)).isEqualTo(point(Sample.sobol(box, 20, 1), 8));
        assertThat(point(Sample.sobol(box, 9, 1), 8)).isNotEqualTo(point(Sample.sobol(box, 9, 2), 8));
        assertThat(point(Sample.random(box, 9, 1), 8)).isEqualTo(point(Sample.random(box, 20, 1), 8));
        assertThat(point(Sample.random(box, 9, 1), 8)).isNotEqualTo(point(Sample.random(box, 9, 2), 8));
    }

    @Test
    void wholeNumbersAreSampledWithEqualShares() {
        Sample sample = Sample.sobol(List.of(new Interval(WHOLE, 3, 6, false)), 4096, 1);
        int[] hits = new int[7];
        IntStream.range(0, 4096).forEach(k -> hits[((Long) point(sample, k).get("nx")).intValue()]++);

        // 1024 each; the shift may move a point over each of the two ends of a share.
        for (int n = 3; n <= 6; n++) {
            assertThat(hits[n]).isBetween(1022, 1026);
        }
    }

    private static Interval interval(String name, boolean isLogarithmic) {
        return new Interval(Parameter.real(name, 1, Range.ANY, "", ""), 1, 8, isLogarithmic);
    }

    private static Map<String, Object> point(Sample sample, int k) {
        Plan plan = new Plan(List.of(), List.of(sample), OptionalInt.empty());
        return plan.point(k);
    }

    private static Plan plan(OptionalInt chained) {
        return new Plan(List.of("a", "b", "c"), FACTORS, chained);
    }
}
