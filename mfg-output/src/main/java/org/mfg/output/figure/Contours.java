package org.mfg.output.figure;

import java.awt.geom.Path2D;

/**
 * The level lines of a field in its own coordinates. Each cell of the grid is cut into two triangles; on a triangle the
 * field is linear and a level line is the segment between the two edges that it crosses.
 */
final class Contours {
    private final double[] a;
    private final double[] b;
    private final double[][] values;
    private final Path2D lines = new Path2D.Double();

    private Contours(double[] a, double[] b, double[][] values) {
        this.a = a;
        this.b = b;
        this.values = values;
    }

    /** The lines of all given levels of values[j][i] at (a[j], b[i]). */
    static Path2D of(double[] a, double[] b, double[][] values, double[] levels) {
        Contours contours = new Contours(a, b, values);
        for (double level : levels) {
            for (int j = 0; j + 1 < a.length; j++) {
                for (int i = 0; i + 1 < b.length; i++) {
                    contours.triangle(level, new int[] {j, j + 1, j + 1}, new int[] {i, i, i + 1});
                    contours.triangle(level, new int[] {j, j + 1, j}, new int[] {i, i + 1, i + 1});
                }
            }
        }
        return contours.lines;
    }

    private void triangle(double level, int[] j, int[] i) {
        boolean begun = false;
        for (int from = 0; from < 3; from++) {
            int to = (from + 1) % 3;
            double va = values[j[from]][i[from]] - level;
            double vb = values[j[to]][i[to]] - level;
            if (va < 0 == vb < 0 || !Scale.isDrawable(va) || !Scale.isDrawable(vb)) {
                continue;
            }
            double s = va / (va - vb);
            double t = a[j[from]] + s * (a[j[to]] - a[j[from]]);
            double x = b[i[from]] + s * (b[i[to]] - b[i[from]]);
            if (begun) {
                lines.lineTo(t, x);
            } else {
                lines.moveTo(t, x);
            }
            begun = true;
        }
    }
}
