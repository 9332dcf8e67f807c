package org.mfg.api.grid;

/**
 * In how many cells of an axis a crowd stands out: about 1/Σ p_i², p_i being the
 * part of what stands above the least density that is between the grid's hyperplanes of number i. In n cells if it is uniform on n, in 3.5 σ/h if
 * it is a Gaussian, on a floor or not. A crowd that is as good as uniform stands out nowhere.
 */
public final class Extent {
    private static final double FEWEST_CELLS = 2;

    /** Less of the mass above the floor is no crowd. */
    private static final double LEAST_MASS = 0.05;

    private Extent() {}

    /** Whether so many cells are too few for a density to be seen. */
    public static boolean isNarrow(double cells) {
        return cells < FEWEST_CELLS;
    }

    /**
     * The number of cells; all of the axis where nothing stands out.
     *
     * @param field whose level begins at {@code at}
     */
    public static double cells(Grid grid, double[] field, int at, int axis) {
        double[] mass = new double[grid.nodes(axis)];
        double[] room = new double[mass.length];
        for (int i = 0; i < grid.size(); i++) {
            int cell = i / grid.stride(axis) % mass.length;
            mass[cell] += grid.weight(i) * field[at + i];
            room[cell] += grid.weight(i);
        }
        double floor = Double.POSITIVE_INFINITY;
        for (int c = 0; c < mass.length; c++) {
            floor = room[c] > 0 ? Math.min(floor, mass[c] / room[c]) : floor;
        }
        double above = 0;
        double squares = 0;
        for (int c = 0; c < mass.length; c++) {
            double p = mass[c] - floor * room[c];
            above += p;
            squares += p * p;
        }
        return above < LEAST_MASS ? mass.length : above * above / squares;
    }
}
