package org.mfg.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.mfg.api.InvalidInputException;
import org.mfg.app.sweep.SweepEngine;

/** Connects to a cluster. Spark's own properties ({@code spark.*}) are kept where they are set. */
final class Cluster {
    /** The system property with the jars that executors need beside Spark's: a class path. */
    static final String JARS = "mfg.spark.jars";

    private static final String STANDALONE = "spark://";
    private static final int PATIENCE_MILLIS = 5000;

    private Cluster() {}

    /**
     * Connects.
     *
     * @throws InvalidInputException if the master is not one or cannot be reached
     */
    static SparkContext connect(SweepEngine.Options options) {
        SparkConf conf = new SparkConf();
        options.master().ifPresent(conf::setMaster);
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.app.name", "mfg sweep");
        conf.setIfMissing("spark.ui.enabled", "false");
        String master = conf.get("spark.master");
        boolean isLocal = master.startsWith("local");
        if (isLocal) {
            conf.setIfMissing("spark.driver.host", "localhost");
        }
        conf.set("spark.jars", String.join(",", jars(conf, options, isLocal)));
        if (master.startsWith(STANDALONE)) {
            requireAnswer(master);
        }
        try {
            return new SparkContext(conf);
        } catch (Exception e) { // Spark throws checked exceptions without saying so
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw InvalidInputException.because(
                    "--master", "--master must be one with which Spark starts, but with " + master + ": " + reason);
        }
    }

    private static Set<String> jars(SparkConf conf, SweepEngine.Options options, boolean isLocal) {
        Set<String> jars = new LinkedHashSet<>(split(conf.get("spark.jars", ""), ","));
        if (!isLocal) {
            jars.addAll(split(System.getProperty(JARS, ""), File.pathSeparator));
        }
        options.plugins().ifPresent(folder -> {
            try (DirectoryStream<Path> plugins = Files.newDirectoryStream(folder, "*.jar")) {
                plugins.forEach(jar -> jars.add(jar.toAbsolutePath().toString()));
            } catch (IOException e) {
                throw InvalidInputException.of("plugins", "be a folder that can be read", folder);
            }
        });
        return jars;
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator)).filter(s -> !s.isBlank()).toList();
    }

    /** Spark itself would try for a minute. */
    private static void requireAnswer(String master) {
        String hosts = master.substring(STANDALONE.length());
        if (Arrays.stream(hosts.split(",")).noneMatch(Cluster::answers)) {
            throw InvalidInputException.because(
                    "--master", "--master must be a Spark master that answers, but there is no answer from " + master);
        }
    }

    private static boolean answers(String hostAndPort) {
        try (Socket socket = new Socket()) {
            URI uri = URI.create(STANDALONE + hostAndPort);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
