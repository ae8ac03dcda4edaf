package org.guitu.ingest.store;

import java.sql.Types;
import net.postgis.jdbc.jts.JtsGeometry;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.locationtech.jts.geom.Geometry;

/** PostGIS geometry columns as JTS geometries, both ways. The pool tells the driver the type; this tells JDBI. */
final class GeometryPlugin implements JdbiPlugin {

    /** Makes pgjdbc hand out geometry columns as {@link JtsGeometry}. */
    static final String DRIVER_PROPERTY = "datatype.geometry";

    static final String DRIVER_TYPE = JtsGeometry.class.getName();

    private static final ColumnMapper<Geometry> MAPPER = (row, column, context) -> {
        Object value = row.getObject(column);
        return value instanceof JtsGeometry wrapped ? wrapped.getGeometry() : null;
    };

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerColumnMapper(Geometry.class, MAPPER);
        jdbi.registerArgument(new Factory());
    }

    private static final class Factory extends AbstractArgumentFactory<Geometry> {
        Factory() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(Geometry value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, new JtsGeometry(value));
        }
    }
}
