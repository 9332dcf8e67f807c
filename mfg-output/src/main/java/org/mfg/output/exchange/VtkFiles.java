package org.mfg.output.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.mfg.api.InvalidInputException;
import org.mfg.output.file.AtomicFile;

/**
 * Fields for ParaView: rectilinear grids in VTK's XML format with raw appended values (Kitware, VTK file formats), one file for each time and a {@code .pvd} that lists them. Fields
 * over one axis and time are one grid, with time as its second axis. The first axis of a game is VTK's x, which is its fastest.
 */
public final class VtkFiles {
    private static final int DIRECTIONS = 3;

    private VtkFiles() {}

    /**
     * Writes the files into a folder, made if it is missing.
     *
     * @param stem the names' beginning
     * @param hasTime whether the first axis is time
     * @return the file to open first, then the others
     * @throws InvalidInputException if there are more than three axes besides time
     */
    public static List<Path> write(Path folder, String stem, FieldSet set, boolean hasTime) throws IOException {
        boolean isSeries = hasTime && set.axes().size() > 2;
        int axes = set.axes().size() - (isSeries ? 1 : 0);
        if (axes > DIRECTIONS) {
            throw InvalidInputException.of("vtk", "have at most three axes besides time", axes);
        }
        Files.createDirectories(folder);
        if (!isSeries) {
            Path file = folder.resolve(stem + ".vtr");
            writeGrid(file, set, set.axes(), hasTime ? timeLast(set.axes()) : set.axes(), 0);
            return List.of(file);
        }
        double[] times = set.axes().get(0).coordinates();
        List<FieldSet.Axis> space = set.axes().subList(1, set.axes().size());
        List<Path> files = new ArrayList<>();
        StringBuilder list = new StringBuilder("<VTKFile type=\"Collection\" version=\"1.0\">\n<Collection>\n");
        for (int j = 0; j < times.length; j++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%s-%05d.vtr", stem, j));
            writeGrid(file, set, space, space, j);
            files.add(file);
            list.append("<DataSet timestep=\"" + times[j] + "\" file=\"" + file.getFileName() + "\"/>\n");
        }
        list.append("</Collection>\n</VTKFile>\n");
        Path index = folder.resolve(stem + ".pvd");
        AtomicFile.write(index, out -> out.write(list.toString().getBytes(StandardCharsets.UTF_8)));
        files.add(0, index);
        return files;
    }

    private static List<FieldSet.Axis> timeLast(List<FieldSet.Axis> axes) {
        List<FieldSet.Axis> rotated = new ArrayList<>(axes);
        Collections.rotate(rotated, -1);
        return rotated;
    }

    /**
     * Writes a grid.
     *
     * @param axes those of the values, the slowest first
     * @param fastest the same as they are in VTK, whose x, the fastest, is the first
     */
    private static void writeGrid(
            Path file, FieldSet set, List<FieldSet.Axis> axes, List<FieldSet.Axis> fastest, int level)
            throws IOException {
        int size = 1;
        StringBuilder extent = new StringBuilder();
        for (int k = 0; k < DIRECTIONS; k++) {
            int nodes = k < fastest.size() ? fastest.get(k).coordinates().length : 1;
            size *= nodes;
            extent.append(k == 0 ? "" : " ").append("0 ").append(nodes - 1);
        }
        List<double[]> blocks = new ArrayList<>();
        StringBuilder header = new StringBuilder("<?xml version=\"1.0\"?>\n");
        header.append(
                "<VTKFile type=\"RectilinearGrid\" version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\">\n");
        header.append(
                "<RectilinearGrid WholeExtent=\"" + extent + "\">\n<Piece Extent=\"" + extent + "\">\n<PointData>\n");
        long offset = 0;
        for (FieldSet.Field field : set.fields()) {
            int from = field.axes() > axes.size() ? level * size : 0;
            offset = array(header, field.name(), ordered(field.values(), from, axes, fastest), blocks, offset);
        }
        header.append("</PointData>\n<Coordinates>\n");
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] x = k < fastest.size() ? fastest.get(k).coordinates() : new double[1];
            String name = k < fastest.size() ? fastest.get(k).name() : "none-" + k;
            offset = array(header, name, x, blocks, offset);
        }
        header.append("</Coordinates>\n</Piece>\n</RectilinearGrid>\n<AppendedData encoding=\"raw\">\n_");
        AtomicFile.write(file, stream -> {
            try (OutputStream out = new BufferedOutputStream(stream)) {
                out.write(header.toString().getBytes(StandardCharsets.UTF_8));
                for (double[] block : blocks) {
                    append(out, block);
                }
                out.write("\n</AppendedData>\n</VTKFile>\n".getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** Values of a grid, row-major from a place on, in the order of VTK. */
    private static double[] ordered(double[] values, int from, List<FieldSet.Axis> axes, List<FieldSet.Axis> fastest) {
        int n = fastest.size();
        int[] strides = new int[n];
        int[] lengths = new int[n];
        int size = 1;
        for (int k = n - 1; k >= 0; k--) {
            int at = fastest.indexOf(axes.get(k));
            strides[at] = size;
            lengths[at] = axes.get(k).coordinates().length;
            size *= lengths[at];
        }
        double[] ordered = new double[size];
        int[] index = new int[n];
        int place = from;
        for (int i = 0; i < size; i++) {
            ordered[i] = values[place];
            int k = 0;
            while (k < n && ++index[k] == lengths[k]) {
                place -= (lengths[k] - 1) * strides[k];
                index[k++] = 0;
            }
            place += k < n ? strides[k] : 0;
        }
        return ordered;
    }

    private static long array(StringBuilder header, String name, double[] block, List<double[]> blocks, long offset) {
        header.append(
                "<DataArray type=\"Float64\" Name=\"" + name + "\" format=\"appended\" offset=\"" + offset + "\"/>\n");
        blocks.add(block);
        return offset + Long.BYTES + (long) Double.BYTES * block.length;
    }

    private static void append(OutputStream out, double[] block) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + Double.BYTES * block.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong((long) Double.BYTES * block.length);
        bytes.asDoubleBuffer().put(block);
        out.write(bytes.array());
    }
}
