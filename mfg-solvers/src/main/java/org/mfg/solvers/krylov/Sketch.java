package org.mfg.solvers.krylov;

import java.util.Arrays;
import java.util.Random;
import org.mfg.solvers.parallel.Workers;

/**
 * A random linear map of vectors to {@value #SIZE} numbers that about keeps inner products within a space of few dimensions: sums of entries with random signs
 * (Charikar, Chen and Farach-Colton 2002), a run of entries to as many numbers, each run shifted by another random distance. The map is the same in every program.
 */
final class Sketch {
    static final int SIZE = 512;
    /** Vectors are cut in so many parts, whatever the number of threads. */
    private static final int PARTS = 8;

    private static final long SEED = 1;

    private final Workers workers;
    private final double[] signs = new double[2 * SIZE];
    private final double[][] parts = new double[PARTS][2 * SIZE];
    private int[] shifts = new int[0];
    private int[] firstSigns = new int[0];

    Sketch(Workers workers) {
        this.workers = workers;
        Random random = new Random(SEED);
        for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
    }

    /** Writes the image of v. */
    void apply(double[] v, double[] image) {
        int runs = (v.length + SIZE - 1) / SIZE;
        draw(runs);
        workers.run(PARTS, (thread, part) -> add(v, part * runs / PARTS, (part + 1) * runs / PARTS, parts[part]));
        Arrays.fill(image, 0);
        for (double[] part : parts) {
            for (int i = 0; i < SIZE; i++) {
                image[i] += part[i] + part[SIZE + i];
            }
        }
    }

    private void draw(int runs) {
        if (shifts.length < runs) {
            shifts = new Random(SEED).ints(runs, 0, SIZE).toArray();
            firstSigns = new Random(SEED + 1).ints(runs, 0, SIZE).toArray();
        }
    }

    private void add(double[] v, int firstRun, int endRun, double[] sums) {
        Arrays.fill(sums, 0);
        for (int run = firstRun; run < endRun; run++) {
            int from = run * SIZE;
            add(v, from, Math.min(SIZE, v.length - from), signs, firstSigns[run], sums, shifts[run]);
        }
    }

    private static void add(double[] v, int from, int count, double[] signs, int firstSign, double[] sums, int shift) {
        for (int i = 0; i < count; i++) {
            sums[shift + i] += signs[firstSign + i] * v[from + i];
        }
    }
}
