package org.mfg.app.sweep;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points in the box of several intervals, in place of a grid there: pseudo-random ones, or the Sobol sequence (Sobol 1967),
 * which fills the box more evenly, shifted modulo 1 by a random vector (Cranley and Patterson 1976) so that no point lies on
 * the box's faces and the seed matters. The points of a seed are the same ones everywhere.
 */
public final class Sample implements Factor {
    private final List<Interval> box;
    private final double[][] points;

    private Sample(List<Interval> box, double[][] points) {
        this.box = List.copyOf(box);
        this.points = points;
    }

    /** Independent points, uniform in the box: the intervals' own scales count. */
    public static Sample random(List<Interval> box, int count, long seed) {
        double[][] points = new double[count][];
        Random random = new Random(seed);
        for (int k = 0; k < count; k++) {
            points[k] = uniform(random, box.size());
        }
        return new Sample(box, points);
    }

    /** The first points of the shifted Sobol sequence; the box has at most 1000 sides. */
    public static Sample sobol(List<Interval> box, int count, long seed) {
        double[][] points = new double[count][];
        double[] shift = uniform(new Random(seed), box.size());
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(box.size());
        for (int k = 0; k < count; k++) {
            points[k] = sequence.nextVector();
            for (int side = 0; side < shift.length; side++) {
                points[k][side] = (points[k][side] + shift[side]) % 1;
            }
        }
        return new Sample(box, points);
    }

    private static double[] uniform(Random random, int dimension) {
        return random.doubles(dimension).toArray();
    }

    @Override
    public int size() {
        return points.length;
    }

    @Override
    public void put(int k, Map<String, Object> point) {
        for (int side = 0; side < box.size(); side++) {
            Interval interval = box.get(side);
            point.put(interval.parameter().name(), interval.at(points[k][side]));
        }
    }
}
