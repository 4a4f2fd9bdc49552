'use strict';

const { Model } = require('sequelize');

/**
 * One physical volume of a book.
 *
 * @param {import('sequelize').Sequelize} sequelize
 * @param {typeof import('sequelize').DataTypes} DataTypes
 */
module.exports = (sequelize, DataTypes) => {
  class CopyRecord extends Model {
    /** @param {Record<string, import('sequelize').ModelStatic<Model>>} models */
    static associate(models) {
      CopyRecord.belongsTo(models.Book, {
        as: 'book',
        foreignKey: 'book_id',
        onDelete: 'CASCADE',
      });
      CopyRecord.hasMany(models.Loan, {
        as: 'loans',
        foreignKey: 'copy_id',
        onDelete: 'RESTRICT',
      });
      CopyRecord.hasOne(models.Reservation, {
        as: 'heldFor',
        foreignKey: 'filledBy_id',
        onDelete: 'SET NULL',
      });
    }

    /** The row as answers show it. */
    toJSON() {
      const row = this.get();
      return {
        id: row.id,
        barcode: row.barcode,
        condition: row.condition,
        acquiredOn: row.acquiredOn,
        book_id: row.book_id,
        created_at: row.created_at,
        updated_at: row.updated_at,
      };
    }
  }

  CopyRecord.init(
    {
      id: {
        type: DataTypes.UUID,
        primaryKey: true,
        defaultValue: DataTypes.UUIDV4,
      },
      // Digits under the bars of the sticker.
      barcode: {
        type: DataTypes.STRING(20),
        allowNull: false,
      },
      // State at the last return.
      condition: {
        type: DataTypes.STRING,
        allowNull: true,
        defaultValue: 'new',
      },
      // Day on which it came to us.
      acquiredOn: {
        type: DataTypes.DATEONLY,
        field: 'acquired_on',
        allowNull: false,
      },
      // The title of which this is a copy.
      book_id: {
        type: DataTypes.UUID,
        allowNull: false,
      },
    },
    {
      sequelize,
      modelName: 'CopyRecord',
      tableName: 'copies',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      indexes: [
        {
          name: 'copies_barcode_key',
          fields: ['barcode'],
          unique: true,
        },
        {
          name: 'copies_condition_idx',
          fields: ['condition'],
        },
        {
          name: 'copies_book_id_idx',
          fields: ['book_id'],
        },
      ],
    },
  );

  return CopyRecord;
};
