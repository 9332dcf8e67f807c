package org.mfg.examples.figure;

import java.awt.geom.Path2D;

/**
 * The level lines of a field in coordinates (t, x). Each cell of the grid is cut into two triangles; on a triangle the
 * field is linear and a level line is the segment between the two edges that it crosses.
 */
final class Contours {
    private final SpaceTimeField field;
    private final Path2D lines = new Path2D.Double();

    private Contours(SpaceTimeField field) {
        this.field = field;
    }

    /** The lines of all given levels. */
    static Path2D of(SpaceTimeField field, double[] levels) {
        Contours contours = new Contours(field);
        for (double level : levels) {
            for (int j = 0; j < field.last(); j++) {
                for (int i = 0; i + 1 < field.x().length; i++) {
                    contours.triangle(level, new int[] {j, j + 1, j + 1}, new int[] {i, i, i + 1});
                    contours.triangle(level, new int[] {j, j + 1, j}, new int[] {i, i + 1, i + 1});
                }
            }
        }
        return contours.lines;
    }

    private void triangle(double level, int[] j, int[] i) {
        boolean begun = false;
        for (int a = 0; a < 3; a++) {
            int b = (a + 1) % 3;
            double va = field.values()[j[a]][i[a]] - level;
            double vb = field.values()[j[b]][i[b]] - level;
            if (va < 0 == vb < 0 || !Scale.isDrawable(va) || !Scale.isDrawable(vb)) {
                continue;
            }
            double s = va / (va - vb);
            double t = field.t()[j[a]] + s * (field.t()[j[b]] - field.t()[j[a]]);
            double x = field.x()[i[a]] + s * (field.x()[i[b]] - field.x()[i[a]]);
            if (begun) {
                lines.lineTo(t, x);
            } else {
                lines.moveTo(t, x);
            }
            begun = true;
        }
    }
}
