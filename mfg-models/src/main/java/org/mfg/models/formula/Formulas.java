package org.mfg.models.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;

/** Costs and densities from formulas whose variables are the names of a domain's axes and, where allowed, t. */
public final class Formulas {
    private Formulas() {}

    /**
     * A function of the position, for example {@code exp(-50*(x-0.3)^2)}.
     *
     * @param field what the formula is for, to name it in errors; for example "initial density"
     * @param text the formula
     * @param domain the domain; its axes name the variables
     * @param parameters further names with fixed values
     * @throws org.mfg.api.InvalidInputException if the formula cannot be read
     */
    public static SpaceFunction ofSpace(String field, String text, Domain domain, Map<String, Double> parameters) {
        Formula formula = Formula.parse(field, text, axisNames(domain), parameters);
        if (formula.isConstant()) {
            double value = formula.at(new double[domain.dimension()]);
            return x -> value;
        }
        return formula::at;
    }

    /**
     * A function of time and position, for example {@code cos(2*pi*t)*x}. The variable t is the time, so no axis may
     * have that name.
     *
     * @param field what the formula is for, to name it in errors; for example "running cost"
     * @param text the formula
     * @param domain the domain; its axes name the other variables
     * @param parameters further names with fixed values
     * @throws org.mfg.api.InvalidInputException if the formula cannot be read
     */
    public static SpaceTimeFunction ofSpaceTime(
            String field, String text, Domain domain, Map<String, Double> parameters) {
        List<String> names = new ArrayList<>(axisNames(domain));
        names.add("t");
        Formula formula = Formula.parse(field, text, names, parameters);
        int d = domain.dimension();
        if (formula.isConstant()) {
            double value = formula.at(new double[d + 1]);
            return (t, x) -> value;
        }
        return (t, x) -> {
            double[] values = new double[d + 1];
            System.arraycopy(x, 0, values, 0, d);
            values[d] = t;
            return formula.at(values);
        };
    }

    /**
     * A diffusion from a formula for each axis of positions, of time and position.
     *
     * @param fields what each formula is for, to name it in errors
     * @param texts the formulas, one for each axis or a single one for all
     * @param isSteady whether the formulas must be without t
     * @throws org.mfg.api.InvalidInputException if a formula cannot be read, or is a number that is no diffusion
     */
    public static Diffusion diffusion(List<String> fields, List<String> texts, Domain domain, boolean isSteady) {
        List<String> names = new ArrayList<>(axisNames(domain));
        if (!isSteady) {
            names.add("t");
        }
        Formula[] formulas = new Formula[texts.size()];
        for (int k = 0; k < formulas.length; k++) {
            formulas[k] = Formula.parse(fields.get(k), texts.get(k), names, Map.of());
        }
        double[] anywhere = new double[names.size()];
        if (Stream.of(formulas).allMatch(Formula::isConstant)) {
            return Diffusion.axes(
                    Stream.of(formulas).mapToDouble(f -> f.at(anywhere)).toArray());
        }
        if (Stream.of(formulas).noneMatch(f -> f.dependsOn("t"))) {
            return Diffusion.steady(
                    (x, axis) -> formulas[Math.min(axis, formulas.length - 1)].at(Arrays.copyOf(x, names.size())));
        }
        return (t, x, axis) -> {
            double[] values = Arrays.copyOf(x, names.size());
            values[x.length] = t;
            return formulas[Math.min(axis, formulas.length - 1)].at(values);
        };
    }

    private static List<String> axisNames(Domain domain) {
        return domain.axes().stream().map(Axis::name).toList();
    }
}
