package org.mfg.app.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.output.file.FileTrouble;
import org.mfg.output.npz.NpzFile;
import org.mfg.solvers.calibration.DensityObservations;

/**
 * Observed densities in a NumPy archive of the form of solution.npz: coordinates under each axis' name, times {@code t} unless the game is stationary, and {@code m} of the shape (times, nodes of
 * each axis). Any times and places will do; what is not a number was not observed.
 *
 * @param observations what was observed
 * @param axes the coordinates by axis, the times first where there are any
 * @param values all of {@code m}, row-major
 */
public record DensityFile(DensityObservations observations, List<double[]> axes, double[] values) {

    /**
     * Reads the file.
     *
     * @throws InvalidInputException if it is no such archive
     */
    public static DensityFile read(Path file, Domain domain, boolean isStationary) {
        try (NpzFile archive = NpzFile.open(file)) {
            return read(archive, domain, isStationary);
        } catch (ZipException e) {
            throw InvalidInputException.because("data", "data must be a NumPy archive (.npz)")
                    .at(file.toString());
        } catch (IOException e) {
            throw InvalidInputException.because("data", "data cannot be read: " + FileTrouble.ofReading(e))
                    .at(file.toString());
        } catch (InvalidInputException e) {
            throw e.at(file.toString());
        }
    }

    private static DensityFile read(NpzFile archive, Domain domain, boolean isStationary) throws IOException {
        List<double[]> axes = new ArrayList<>();
        if (!isStationary) {
            axes.add(archive.array("t").values());
        }
        for (Axis axis : domain.axes()) {
            axes.add(archive.array(axis.name()).values());
        }
        int[] shape = archive.shape("m");
        boolean fits = shape.length == axes.size();
        for (int k = 0; fits && k < shape.length; k++) {
            fits = shape[k] == axes.get(k).length;
        }
        if (!fits) {
            throw InvalidInputException.of(
                    "m of the data",
                    "have the shape of its axes, "
                            + axes.stream().map(a -> a.length).toList(),
                    Arrays.toString(shape));
        }
        double[] values = archive.array("m").values();
        return new DensityFile(observations(axes, values, isStationary), List.copyOf(axes), values);
    }

    private static DensityObservations observations(List<double[]> axes, double[] values, boolean isStationary) {
        List<double[]> points = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        List<Double> observed = new ArrayList<>();
        int first = isStationary ? 0 : 1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double[] place = new double[axes.size() - first];
                int rest = i;
                for (int k = axes.size() - 1; k >= first; k--) {
                    place[k - first] = axes.get(k)[rest % axes.get(k).length];
                    rest /= axes.get(k).length;
                }
                points.add(place);
                times.add(isStationary ? 0 : axes.get(0)[rest]);
                observed.add(values[i]);
            }
        }
        return new DensityObservations(
                times.stream().mapToDouble(Double::doubleValue).toArray(),
                points.toArray(new double[0][]),
                observed.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
