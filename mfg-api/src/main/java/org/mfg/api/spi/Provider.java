package org.mfg.api.spi;

import java.util.List;

/**
 * Makes one kind of thing by name. Found by {@link java.util.ServiceLoader}; needs a public constructor without
 * arguments.
 *
 * @param <T> what it makes
 */
public interface Provider<T> {

    /** The name users write: lower case words joined by hyphens, unique among providers of the same kind. */
    String name();

    /** One line that says what it is. */
    String description();

    /** The parameters it takes, in the order to list them. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Makes it.
     *
     * @param parameters a value for every declared parameter, checked against its declaration
     */
    T create(Parameters parameters);
}
