package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.sweep.Factor;
import org.mfg.app.sweep.Interval;
import org.mfg.app.sweep.Plan;
import org.mfg.app.sweep.Sample;

/**
 * The section {@code sample: {sobol: 200, seed: 7}} or {@code {random: 200, seed: 7}}.
 *
 * @param count the value that says how many points
 * @param points how many
 * @param isSobol whether they are of the Sobol sequence
 * @param seed the seed
 */
record SampleSection(Value count, int points, boolean isSobol, long seed) {
    static final List<String> KINDS = List.of("sobol", "random");
    static final Parameter POINTS =
            Parameter.integer("points", 1, Range.between(1, Plan.MAX_RUNS), "the points of a sample");
    static final Parameter SEED = Parameter.integer("seed", 1, Range.ANY, "the seed of the sample");

    static SampleSection read(Value value) {
        Section section = value.section();
        List<String> allowed = new ArrayList<>(KINDS);
        allowed.add(SEED.name());
        section.allowOnly("key of sample", allowed);
        List<String> kinds = KINDS.stream().filter(section::has).toList();
        if (kinds.size() != 1) {
            throw value.mustBe("have one of sobol and random, with the number of points");
        }
        Value count = section.required(kinds.get(0));
        Object seed = section.find(SEED.name()).map(v -> v.as(SEED)).orElse(SEED.defaultValue());
        return new SampleSection(
                count, ((Long) count.as(POINTS)).intValue(), kinds.get(0).equals("sobol"), (Long) seed);
    }

    /** The points. */
    Factor in(List<Interval> box) {
        if (box.isEmpty()) {
            throw count.mustBe("come with a range to sample from in vary");
        }
        return isSobol ? Sample.sobol(box, points, seed) : Sample.random(box, points, seed);
    }
}
