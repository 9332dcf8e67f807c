package org.mfg.api.spi;

/**
 * The memory that a part of a solve takes, in fields: a field is a number for each node and time level. An estimate, to say what a solve needs before it begins and to
 * refuse what does not fit.
 *
 * @param least what is surely taken
 * @param most what may be taken where the game is hard
 */
public record MemoryNeed(double least, double most) {

    /** What is always taken. */
    public static MemoryNeed of(double fields) {
        return new MemoryNeed(fields, fields);
    }

    /** Both together. */
    public MemoryNeed plus(MemoryNeed other) {
        return new MemoryNeed(least + other.least, most + other.most);
    }
}
