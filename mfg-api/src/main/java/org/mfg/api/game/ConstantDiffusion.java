package org.mfg.api.game;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.mfg.api.InvalidInputException;

/**
 * A diffusion that is a constant on each axis.
 *
 * @param values D_k by axis; that of the last one holds for all further axes
 */
record ConstantDiffusion(List<Double> values) implements Diffusion {
    static ConstantDiffusion of(double... values) {
        if (values.length == 0) {
            throw InvalidInputException.of("diffusion", "be one number for each axis", "none");
        }
        for (double value : values) {
            if (!Double.isFinite(value) || value < 0) {
                throw InvalidInputException.of("viscosity", "be finite and >= 0", value);
            }
        }
        return new ConstantDiffusion(DoubleStream.of(values).boxed().toList());
    }

    @Override
    public double at(double t, double[] x, int axis) {
        return values.get(Math.min(axis, values.size() - 1));
    }

    @Override
    public boolean dependsOnTime() {
        return false;
    }

    @Override
    public OptionalDouble viscosity() {
        return values.stream().distinct().count() == 1 ? OptionalDouble.of(values.get(0)) : OptionalDouble.empty();
    }

    @Override
    public Diffusion plus(double viscosity) {
        return of(values.stream().mapToDouble(value -> value + viscosity).toArray());
    }
}
