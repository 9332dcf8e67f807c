package org.mfg.api.grid;

import java.util.List;
import java.util.stream.DoubleStream;
import org.mfg.api.InvalidInputException;

/**
 * How the nodes of an axis are spread: node i of n lies at s(i/(n-1)) of the axis' length, s a smooth, increasing map of [0, 1] onto
 * itself. Half the even grid is then half the graded one, so that orders, nested grids and prolongation stay what they are.
 * A scheme keeps its order where neighbouring spacings differ by a fraction of O(1/n): that is what smooth means here.
 */
public sealed interface Grading {
    /** Even spacing, s(ξ) = ξ. */
    Grading EVEN = new Even();

    /** s(ξ). */
    double at(double xi);

    /** Nodes that crowd at the lower end: s(ξ) = ξ^p, p >= 1. */
    static Grading power(double exponent) {
        return new Power(exponent);
    }

    /** Nodes that crowd at both ends: s(ξ) = (1 + tanh(β(2ξ - 1))/tanh β)/2, β > 0. */
    static Grading layers(double steepness) {
        return new Layers(steepness);
    }

    /**
     * The smooth map through given places: s(i/(n-1)) of n values from 0 to 1, by a monotone piecewise cubic in between.
     *
     * @throws InvalidInputException if they do not increase from 0 to 1, or neighbouring spacings differ by more than a half
     */
    static Grading through(double... places) {
        return new Through(DoubleStream.of(places).boxed().toList());
    }

    /** Even spacing. */
    record Even() implements Grading {
        @Override
        public double at(double xi) {
            return xi;
        }
    }

    /**
     * A power.
     *
     * @param exponent p >= 1
     */
    record Power(double exponent) implements Grading {
        /** Checks the exponent. */
        public Power {
            if (!(exponent >= 1 && exponent <= 10)) {
                throw InvalidInputException.of("exponent of a grading", "be between 1 and 10", exponent);
            }
        }

        @Override
        public double at(double xi) {
            return Math.pow(xi, exponent);
        }
    }

    /**
     * Layers at both ends.
     *
     * @param steepness β > 0
     */
    record Layers(double steepness) implements Grading {
        /** Checks the steepness. */
        public Layers {
            if (!(steepness > 0 && steepness <= 10)) {
                throw InvalidInputException.of("steepness of a grading", "be above 0 and at most 10", steepness);
            }
        }

        @Override
        public double at(double xi) {
            return xi == 0 || xi == 1 ? xi : 0.5 * (1 + Math.tanh(steepness * (2 * xi - 1)) / Math.tanh(steepness));
        }
    }

    /**
     * A map through places.
     *
     * @param places s at even parameters
     */
    record Through(List<Double> places) implements Grading {
        private static final double ROUGHEST = 0.5;

        /** Checks that they do not fold and are smooth. */
        public Through {
            places = List.copyOf(places);
            int last = places.size() - 1;
            if (last < 2 || places.get(0) != 0 || places.get(last) != 1) {
                throw InvalidInputException.because(
                        "grading",
                        "grading must have three places or more, the first at the lower and the last at the upper end");
            }
            for (int i = 1; i <= last; i++) {
                double here = places.get(i) - places.get(i - 1);
                double before = i == 1 ? here : places.get(i - 1) - places.get(i - 2);
                if (!(here > 0)) {
                    throw InvalidInputException.because(
                            "grading", "grading must increase, but folds at its node " + (i + 1));
                }
                if (Math.abs(here - before) > ROUGHEST * Math.min(here, before)) {
                    throw InvalidInputException.because(
                            "grading",
                            "grading must be smooth, but its spacing changes by more than a half at its node " + i);
                }
            }
        }

        /** Cubic Hermite with the harmonic mean of neighbouring slopes (Fritsch and Butland 1984): monotone where the places are. */
        @Override
        public double at(double xi) {
            int last = places.size() - 1;
            int i = Math.min((int) (xi * last), last - 1);
            double z = xi * last - i;
            double rise = places.get(i + 1) - places.get(i);
            double left = slope(i);
            double right = slope(i + 1);
            double cubic = left + right - 2 * rise;
            return places.get(i) + z * (left + z * (3 * rise - 2 * left - right + z * cubic));
        }

        private double slope(int i) {
            int last = places.size() - 1;
            if (i == 0 || i == last) {
                int j = i == 0 ? 1 : last;
                return places.get(j) - places.get(j - 1);
            }
            double before = places.get(i) - places.get(i - 1);
            double after = places.get(i + 1) - places.get(i);
            return 2 * before * after / (before + after);
        }
    }
}
