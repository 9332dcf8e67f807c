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
 * over one axis and time are one grid, with time as its second axis.
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
            writeGrid(file, set, set.axes(), 0);
            return List.of(file);
        }
        double[] times = set.axes().get(0).coordinates();
        List<FieldSet.Axis> space = set.axes().subList(1, set.axes().size());
        List<Path> files = new ArrayList<>();
        StringBuilder list = new StringBuilder("<VTKFile type=\"Collection\" version=\"1.0\">\n<Collection>\n");
        for (int j = 0; j < times.length; j++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%s-%05d.vtr", stem, j));
            writeGrid(file, set, space, j);
            files.add(file);
            list.append("<DataSet timestep=\"" + times[j] + "\" file=\"" + file.getFileName() + "\"/>\n");
        }
        list.append("</Collection>\n</VTKFile>\n");
        Path index = folder.resolve(stem + ".pvd");
        AtomicFile.write(index, out -> out.write(list.toString().getBytes(StandardCharsets.UTF_8)));
        files.add(0, index);
        return files;
    }

    /** What is appended: some values of an array. */
    private record Block(double[] values, int from, int count) {}

    private static void writeGrid(Path file, FieldSet set, List<FieldSet.Axis> axes, int level) throws IOException {
        // VTK's first axis is the fastest.
        List<FieldSet.Axis> fastest = new ArrayList<>(axes);
        Collections.reverse(fastest);
        int size = 1;
        StringBuilder extent = new StringBuilder();
        for (int k = 0; k < DIRECTIONS; k++) {
            int nodes = k < fastest.size() ? fastest.get(k).coordinates().length : 1;
            size *= nodes;
            extent.append(k == 0 ? "" : " ").append("0 ").append(nodes - 1);
        }
        List<Block> blocks = new ArrayList<>();
        StringBuilder header = new StringBuilder("<?xml version=\"1.0\"?>\n");
        header.append(
                "<VTKFile type=\"RectilinearGrid\" version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\">\n");
        header.append(
                "<RectilinearGrid WholeExtent=\"" + extent + "\">\n<Piece Extent=\"" + extent + "\">\n<PointData>\n");
        long offset = 0;
        for (FieldSet.Field field : set.fields()) {
            int from = field.axes() > axes.size() ? level * size : 0;
            offset = array(header, field.name(), new Block(field.values(), from, size), blocks, offset);
        }
        header.append("</PointData>\n<Coordinates>\n");
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] x = k < fastest.size() ? fastest.get(k).coordinates() : new double[1];
            String name = k < fastest.size() ? fastest.get(k).name() : "none-" + k;
            offset = array(header, name, new Block(x, 0, x.length), blocks, offset);
        }
        header.append("</Coordinates>\n</Piece>\n</RectilinearGrid>\n<AppendedData encoding=\"raw\">\n_");
        AtomicFile.write(file, stream -> {
            try (OutputStream out = new BufferedOutputStream(stream)) {
                out.write(header.toString().getBytes(StandardCharsets.UTF_8));
                for (Block block : blocks) {
                    append(out, block);
                }
                out.write("\n</AppendedData>\n</VTKFile>\n".getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static long array(StringBuilder header, String name, Block block, List<Block> blocks, long offset) {
        header.append(
                "<DataArray type=\"Float64\" Name=\"" + name + "\" format=\"appended\" offset=\"" + offset + "\"/>\n");
        blocks.add(block);
        return offset + Long.BYTES + (long) Double.BYTES * block.count;
    }

    private static void append(OutputStream out, Block block) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + Double.BYTES * block.count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong((long) Double.BYTES * block.count);
        for (int i = block.from; i < block.from + block.count; i++) {
            bytes.putDouble(block.values[i]);
        }
        out.write(bytes.array());
    }
}
