package org.mfg.output.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * Which times a figure of several shows. {@link #AUTO} takes even ones, unless most of what happens to the density happens between two of them: then times
 * are near each other where much happens, and round where that keeps them apart.
 */
public final class PanelTimes {
    /** Even times where they show what happens, else times chosen where it does. */
    public static final PanelTimes AUTO = new PanelTimes(new double[0]);

    /** Even times. */
    public static final PanelTimes EVEN = new PanelTimes(new double[0]);

    /** So many times its even share of all change between two even times is too much. */
    private static final double TOO_MUCH = 2;

    /** Times are as far apart as half their even distance at most for the sake of change, so that a picture still tells of time. */
    private static final double SHARE_OF_TIME = 0.5;

    /** Times are multiples of a round one of which about so many make the horizon, where they stay apart. */
    private static final int ROUND = 20;

    private final double[] given;

    private PanelTimes(double[] given) {
        this.given = given;
    }

    /** The levels nearest to the given times. */
    public static PanelTimes at(double... times) {
        return new PanelTimes(times.clone());
    }

    /** The levels to show: of a number of intervals the first ones, each level once. */
    int[] levels(Equilibrium e, int intervals, int last) {
        TimeGrid time = e.time();
        if (given.length > 0) {
            return distinct(Arrays.stream(given).map(t -> t / time.horizon() * time.steps()), time);
        }
        int[] even =
                distinct(IntStream.rangeClosed(0, last).mapToDouble(k -> (double) k * time.steps() / intervals), time);
        double[] change = this == AUTO ? change(e) : new double[0];
        if (!isTooMuch(change, intervals)) {
            return even;
        }
        int[] chosen =
                distinct(IntStream.rangeClosed(0, last).mapToDouble(k -> level(change, (double) k / intervals)), time);
        if (chosen.length < even.length) {
            return even;
        }
        int[] round = distinct(Arrays.stream(chosen).mapToDouble(level -> round(level, time)), time);
        return round.length < chosen.length ? chosen : round;
    }

    /** The level at a time of few digits near that of the given one. */
    private static double round(int level, TimeGrid time) {
        double unit = Scale.exactly(0, time.horizon(), ROUND).step();
        double t = Math.min(time.horizon(), unit * Math.rint(time.time(level) / unit));
        return level == time.steps() ? level : time.level(t);
    }

    private static int[] distinct(DoubleStream levels, TimeGrid time) {
        return levels.mapToInt(level -> Math.max(0, Math.min(time.steps(), (int) Math.round(level))))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The part of all change of the density that has happened by each level; empty if nothing happens. */
    private static double[] change(Equilibrium e) {
        Grid grid = e.grid();
        int n = grid.size();
        double[] change = new double[e.time().levels()];
        for (int j = 1; j < change.length; j++) {
            double moved = 0;
            for (int i = 0; i < n; i++) {
                moved += grid.weight(i) * Math.abs(e.m()[j * n + i] - e.m()[(j - 1) * n + i]);
            }
            change[j] = change[j - 1] + moved;
        }
        double all = change[change.length - 1];
        return all > 0 && Scale.isDrawable(all)
                ? Arrays.stream(change).map(c -> c / all).toArray()
                : new double[0];
    }

    private static boolean isTooMuch(double[] change, int intervals) {
        return change.length > 0
                && IntStream.range(0, intervals)
                        .anyMatch(k -> change[(k + 1) * (change.length - 1) / intervals]
                                        - change[k * (change.length - 1) / intervals]
                                > TOO_MUCH / intervals);
    }

    /** Where a part of time and change together has gone by. */
    private static double level(double[] change, double part) {
        int steps = change.length - 1;
        int j = 0;
        while (j < steps && gone(change, j + 1) < part) {
            j++;
        }
        return j < steps && part - gone(change, j) > gone(change, j + 1) - part ? j + 1.0 : j;
    }

    private static double gone(double[] change, int level) {
        return SHARE_OF_TIME * level / (change.length - 1) + (1 - SHARE_OF_TIME) * change[level];
    }
}
